export * from './api-client.ts';
export * from './read-events.ts';
export * from './service-under-test.ts';
export * from './consuming-once.conformance.ts';
