import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrokerStartError } from '../broker-start-error.ts';
import { freePorts, isFree } from '../free-ports.ts';

export interface NodePlan {
  readonly id: number;
  /** Where clients, the other nodes, and the quorum meet it. */
  readonly ports: { readonly client: number; readonly internal: number; readonly controller: number };
}

/** What belongs to one data directory and moves with it. */
export interface ClusterPlan {
  readonly clusterId: string;
  readonly nodes: readonly NodePlan[];
}

const FILE = 'cluster.json';

/** The cluster that the folder holds, with its earlier ports where they are free, or a new one. */
export async function planCluster(dataDir: string, nodes: number, port: number | undefined): Promise<ClusterPlan> {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const earlier = readPlan(dataDir);
  if (earlier !== undefined && earlier.nodes.length !== nodes) throw otherSize(dataDir, earlier.nodes.length);
  const kept = earlier !== undefined && (await allFree(earlier)) ? earlier : undefined;
  const found = kept ?? (await newPlan(nodes, earlier?.clusterId ?? newClusterId()));
  const plan = port === undefined ? found : withPort(found, port);
  if (port !== undefined && !(await isFree(port))) throw portTaken(port);
  writeFileSync(join(dataDir, `${FILE}.new`), JSON.stringify(plan, null, 2));
  renameSync(join(dataDir, `${FILE}.new`), join(dataDir, FILE));
  return plan;
}

function readPlan(dataDir: string): ClusterPlan | undefined {
  const file = join(dataDir, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ClusterPlan) : undefined;
}

async function allFree({ nodes }: ClusterPlan): Promise<boolean> {
  const free = await Promise.all(nodes.flatMap(({ ports }) => Object.values(ports)).map(isFree));
  return free.every(Boolean);
}

async function newPlan(nodes: number, clusterId: string): Promise<ClusterPlan> {
  const ports = await freePorts(nodes * 3);
  const at = (index: number): number => ports[index] ?? 0;
  const plans = Array.from({ length: nodes }, (_, index) => ({
    id: index + 1,
    ports: { client: at(index * 3), internal: at(index * 3 + 1), controller: at(index * 3 + 2) },
  }));
  return { clusterId, nodes: plans };
}

function withPort({ clusterId, nodes }: ClusterPlan, port: number): ClusterPlan {
  const moved = nodes.map((node, index) => (index === 0 ? { ...node, ports: { ...node.ports, client: port } } : node));
  return { clusterId, nodes: moved };
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

function portTaken(port: number): BrokerStartError {
  return new BrokerStartError(
    `Port ${port} on 127.0.0.1 is taken.`,
    'Stop what listens there, or choose another port.',
  );
}
