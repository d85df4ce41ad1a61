export * from './golden-examples.ts';
