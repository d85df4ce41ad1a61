export * from './api-client.ts';
export * from './publish-event.ts';
export * from './read-events.ts';
export * from './service-under-test.ts';
export * from './consuming-once.conformance.ts';
