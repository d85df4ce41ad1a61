import { setTimeout as delay } from 'node:timers/promises';
import { BrokerStartError } from '../broker-start-error.ts';
import { isFree } from '../../free-ports.ts';
import type { ClusterPlan, NodePlan } from './cluster-file.ts';

/** Somewhat longer than nodes get to end by themselves when their starter died. */
const ENDING_MS = 12_000;

/** Two clusters on one folder would destroy it. Nodes whose starter died are about to end: that is waited for. */
export async function nodesToKeep(
  dataDir: string,
  { nodes, starter }: ClusterPlan,
): Promise<readonly NodePlan[] | undefined> {
  const end = performance.now() + ENDING_MS;
  while (!(await areFree(nodes))) {
    if (isAlive(starter)) throw inUse(dataDir, starter);
    if (performance.now() > end) return undefined;
    await delay(50);
  }
  return nodes;
}

async function areFree(nodes: readonly NodePlan[]): Promise<boolean> {
  const free = await Promise.all(nodes.flatMap(({ ports }) => Object.values(ports)).map(isFree));
  return free.every(Boolean);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUse(dataDir: string, pid: number): BrokerStartError {
  return new BrokerStartError(
    `A Kafka that process ${pid} started already serves ${dataDir}.`,
    'Stop it first, or choose another folder: two on one would destroy it.',
  );
}
