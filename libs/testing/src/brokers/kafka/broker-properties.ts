import type { ClusterPlan, NodePlan } from './cluster-file.ts';

export interface Surroundings {
  /** The address to listen on. */
  readonly bind: string;
  /** What the other nodes call this one. */
  readonly hostOf: (node: NodePlan) => string;
  /** The node's folder as the broker sees it. */
  readonly folderOf: (node: NodePlan) => string;
}

/** One node, broker and controller in one, small and quick to start. */
export function brokerProperties(
  { nodes }: ClusterPlan,
  node: NodePlan,
  { bind, hostOf, folderOf }: Surroundings,
): Record<string, string> {
  const { client, internal, controller } = node.ports;
  const replicas = String(Math.min(3, nodes.length));
  const inSync = nodes.length >= 3 ? '2' : '1';
  return {
    'process.roles': 'broker,controller',
    'node.id': String(node.id),
    'controller.quorum.voters': nodes.map((one) => `${one.id}@${hostOf(one)}:${one.ports.controller}`).join(','),
    listeners: `CLIENT://${bind}:${client},INTERNAL://${bind}:${internal},CONTROLLER://${bind}:${controller}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${client},INTERNAL://${hostOf(node)}:${internal}`,
    'inter.broker.listener.name': 'INTERNAL',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': `${folderOf(node)}/data`,
    'auto.create.topics.enable': 'false',
    'default.replication.factor': replicas,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': '4',
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
    'group.initial.rebalance.delay.ms': '0',
    // A killed node is missed, and may come back, sooner than after the usual nine seconds.
    'broker.heartbeat.interval.ms': '500',
    'broker.session.timeout.ms': '3000',
    // The usual 128 MB would be a third of the heap.
    'log.cleaner.dedupe.buffer.size': '8388608',
    'log.cleaner.threads': '1',
    'num.network.threads': '2',
    'num.io.threads': '4',
    'background.threads': '2',
  };
}

export function propertiesFile(properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${escaped(value)}\n`);
  return lines.join('');
}

function escaped(value: string): string {
  return value.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`);
}
