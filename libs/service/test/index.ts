export * from './publish-event.ts';
export * from './read-events.ts';
export * from './service-under-test.ts';
export * from './takes-in-posts.conformance.ts';
