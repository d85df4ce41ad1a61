export * from './route-policies.conformance.ts';
export * from './test-authority.ts';
