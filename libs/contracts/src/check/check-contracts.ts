import { join } from 'node:path';
import type { Contracts } from '../source/contracts.ts';
import { eventsOf } from '../source/contracts.ts';
import { loadContracts } from '../source/load-contracts.ts';
import { classification } from './classification.ts';
import { compatibility } from './compatibility.ts';
import { consumers } from './consumers.ts';
import { context } from './context.ts';
import { examples } from './examples.ts';
import { lock } from './lock.ts';
import { naming } from './naming.ts';
import type { Problem } from './problem.ts';
import { sharedTypes } from './shared-types.ts';

export interface ContractsReport {
  readonly topics: number;
  readonly events: number;
  readonly schemas: number;
  readonly examples: number;
  readonly problems: readonly Problem[];
}

const CHECKS = [naming, context, compatibility, consumers, classification, sharedTypes, lock, examples];

export function problemsOf(contracts: Contracts): Problem[] {
  const strays = contracts.strays.map((folder) => ({
    check: 'catalog',
    where: `schemas/${folder}`,
    detail: 'is in no topic of catalog.yaml',
  }));
  const nameless = naming(contracts).some(({ detail }) => detail.startsWith('there is no'));
  return [...strays, ...(nameless ? naming(contracts) : CHECKS.flatMap((check) => check(contracts)))];
}

/** Reads `schemas/` below `root` and says all that is wrong with it. Throws for what cannot be read at all. */
export function checkContracts(root: string): ContractsReport {
  const contracts = loadContracts(join(root, 'schemas'));
  const events = eventsOf(contracts);
  return {
    topics: contracts.topics.length,
    events: events.length,
    schemas: events.reduce((sum, event) => sum + event.versions.length, 0),
    examples: events.reduce((sum, event) => sum + event.examples.length, 0),
    problems: problemsOf(contracts),
  };
}
