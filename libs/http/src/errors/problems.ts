/** `@foundnow/http/problems`: how refusals are answered, for what speaks HTTP without Nest. */
export { discardRest } from './discard-rest.ts';
export { domainRefusalOf, INTERNAL } from './domain-refusal.ts';
export { problemOf, PROBLEM_TYPE, type Problem } from './problem.ts';
export type { Refusal } from './refusal.ts';
