export * from './clock.ts';
export * from './closing.ts';
export * from './domain-error.ts';
export * from './id-generator.ts';
export * from './item-categories.ts';
export * from './item-sensitivity.ts';
export * from './periodic.ts';
