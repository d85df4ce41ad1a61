import { ContractError } from '@foundnow/contracts';
import { DomainError } from '@foundnow/kernel';
import { isDependencyFailure } from '@foundnow/postgres';
import { DEPENDENCY_DOWN, domainRefusalOf, INTERNAL } from './domain-refusal.ts';
import { frameworkRefusalOf } from './framework-refusal.ts';
import type { Refusal } from './refusal.ts';

export function refusalOf(error: unknown): Refusal {
  // What we made does not fit our own schema: nothing that the caller sent, and nothing for the caller to read.
  if (error instanceof ContractError) return INTERNAL;
  if (error instanceof DomainError) return domainRefusalOf(error);
  const framework = frameworkRefusalOf(error);
  if (framework !== undefined) return framework;
  return isDependencyFailure(error) ? DEPENDENCY_DOWN : INTERNAL;
}
