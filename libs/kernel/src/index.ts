export * from './clock.ts';
export * from './domain-error.ts';
export * from './id-generator.ts';
export * from './periodic.ts';
