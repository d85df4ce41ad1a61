export * from './documented-answers.conformance.ts';
