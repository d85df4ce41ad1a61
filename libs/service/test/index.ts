export * from './read-events.ts';
export * from './service-under-test.ts';
