export { openGoogleObjectStore, type GoogleObjectStoreOptions } from './google/google-object-store.ts';
export { limitLength } from './limit-length.ts';
export { LocalObjectStore, type LocalObjectStoreOptions } from './local/local-object-store.ts';
export type { ObjectHandler, ObjectHandlerOptions } from './local/object-handler.ts';
export type { ReportFailure } from './local/object-problem.ts';
export { objectRoutes } from './local/object-routes.ts';
export { assertObjectKey } from './object-key.ts';
export type * from './object-store.port.ts';
