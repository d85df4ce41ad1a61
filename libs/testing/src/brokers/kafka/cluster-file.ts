import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface NodePlan {
  readonly id: number;
  /** Where clients, the other nodes, and the quorum meet it. */
  readonly ports: { readonly client: number; readonly internal: number; readonly controller: number };
}

/** What belongs to one data directory and moves with it. */
export interface ClusterPlan {
  readonly clusterId: string;
  readonly nodes: readonly NodePlan[];
  /** The process that starts and ends its nodes. */
  readonly starter: number;
}

const FILE = 'cluster.json';

export function readPlan(dataDir: string): ClusterPlan | undefined {
  const file = join(dataDir, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ClusterPlan) : undefined;
}

export function writePlan(dataDir: string, plan: ClusterPlan): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const file = join(dataDir, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(plan, null, 2));
  renameSync(`${file}.new`, file);
}
