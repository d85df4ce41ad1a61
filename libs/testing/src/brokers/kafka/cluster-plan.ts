import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BrokerStartError } from '../broker-start-error.ts';
import { refuseTakenPort } from '../refuse-taken-port.ts';
import { freePorts, isFree } from '../../free-ports.ts';
import { type ClusterPlan, type NodePlan, readPlan } from './cluster-file.ts';

/** Somewhat longer than nodes get to end by themselves when their starter died. */
const ENDING_MS = 12_000;

/** The cluster that the folder holds, with its earlier ports where they are free, or a new one. */
export async function planCluster(dataDir: string, count: number, port: number | undefined): Promise<ClusterPlan> {
  const earlier = readPlan(dataDir);
  if (earlier !== undefined && earlier.nodes.length !== count) throw otherSize(dataDir, earlier.nodes.length);
  const kept = earlier === undefined ? undefined : await nodesToKeep(dataDir, earlier);
  const nodes = kept ?? (await newNodes(count));
  if (port !== undefined) await refuseTakenPort(port);
  return {
    clusterId: earlier?.clusterId ?? newClusterId(),
    nodes: port === undefined ? nodes : withPort(nodes, port),
    starter: process.pid,
  };
}

/** Two clusters on one folder would destroy it. Nodes whose starter died are about to end: that is waited for. */
async function nodesToKeep(dataDir: string, { nodes, starter }: ClusterPlan): Promise<readonly NodePlan[] | undefined> {
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

async function newNodes(count: number): Promise<readonly NodePlan[]> {
  const ports = await freePorts(count * 3);
  const at = (index: number): number => ports[index] ?? 0;
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    ports: { client: at(index * 3), internal: at(index * 3 + 1), controller: at(index * 3 + 2) },
  }));
}

function withPort(nodes: readonly NodePlan[], client: number): readonly NodePlan[] {
  return nodes.map((node, index) => (index === 0 ? { ...node, ports: { ...node.ports, client } } : node));
}

/** As Kafka writes them; one that begins with a dash reads like an option. */
function newClusterId(): string {
  return `f${randomBytes(16).toString('base64url').slice(1)}`;
}

function otherSize(dataDir: string, nodes: number): BrokerStartError {
  return new BrokerStartError(
    `${dataDir} holds a Kafka cluster of ${nodes} node${nodes === 1 ? '' : 's'}.`,
    'Ask for as many, or choose another folder.',
  );
}

function inUse(dataDir: string, pid: number): BrokerStartError {
  return new BrokerStartError(
    `A Kafka that process ${pid} started already serves ${dataDir}.`,
    'Stop it first, or choose another folder: two on one would destroy it.',
  );
}
