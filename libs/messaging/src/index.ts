export * from './message.ts';
export * from './message-bus.port.ts';
