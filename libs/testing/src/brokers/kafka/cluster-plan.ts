import { randomBytes } from 'node:crypto';
import { BrokerStartError } from '../broker-start-error.ts';
import { refuseTakenPort } from '../refuse-taken-port.ts';
import { type ClusterPlan, readPlan } from './cluster-file.ts';
import { nodesToKeep } from './kept-nodes.ts';
import { newNodes, withPort } from './new-nodes.ts';

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
