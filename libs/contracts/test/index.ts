export * from './golden-examples.ts';
export * from './arbitrary-payload.ts';
export * from './incompatible-changes.ts';
