export { checkContracts } from './check/check-contracts.ts';
export type { ContractsReport } from './check/check-contracts.ts';
export type { Problem } from './check/problem.ts';
export { generate } from './generate/generate.ts';
