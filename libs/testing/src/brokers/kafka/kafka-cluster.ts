import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokerProperties, propertiesFile } from './broker-properties.ts';
import { type ClusterPlan, type NodePlan, writePlan } from './cluster-file.ts';
import type { KafkaHost } from './kafka-host.port.ts';
import { KafkaNode } from './kafka-node.ts';
import type { KafkaLogin, SecuredListener } from './kafka-security.ts';
import { servingBrokers } from './serving-brokers.ts';

export interface KafkaClusterOptions {
  readonly host: KafkaHost;
  readonly plan: ClusterPlan;
  readonly dataDir: string;
  readonly throwaway: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly listener: SecuredListener;
}

/** What a Kafka client is told. */
export interface KafkaAccess extends KafkaLogin {
  readonly brokers: string[];
}

export class KafkaCluster {
  readonly #options: KafkaClusterOptions;
  readonly nodes: readonly KafkaNode[];
  readonly brokers: string[];

  constructor(options: KafkaClusterOptions) {
    this.#options = options;
    this.nodes = options.plan.nodes.map((node) => this.#node(node));
    this.brokers = this.nodes.map(({ address }) => address);
  }

  get clusterId(): string {
    return this.#options.plan.clusterId;
  }

  /** As that user; without a name as the super user, where there are users. */
  access(username?: string): KafkaAccess {
    return { brokers: [...this.brokers], ...this.#options.listener.login(username) };
  }

  async start(): Promise<void> {
    const { plan, dataDir } = this.#options;
    writePlan(dataDir, plan);
    await Promise.all(plan.nodes.map((node) => this.#prepare(node)));
    await Promise.all(this.nodes.map((node) => node.start()));
  }

  /** Ends all nodes. Data that nobody asked to keep is removed. */
  async stop(): Promise<void> {
    const { throwaway, dataDir, host } = this.#options;
    await Promise.all(this.nodes.map((node) => (throwaway ? node.kill() : node.stop())));
    await host.close();
    if (throwaway) rmSync(dataDir, { recursive: true, force: true });
  }

  #folder(node: NodePlan): string {
    return join(this.#options.dataDir, `node-${node.id}`);
  }

  async #prepare(node: NodePlan): Promise<void> {
    const { host, plan, settings, listener } = this.#options;
    const folder = this.#folder(node);
    mkdirSync(folder, { recursive: true });
    const properties = { ...brokerProperties(plan, node, host), ...listener.properties(), ...settings };
    writeFileSync(join(folder, 'server.properties'), propertiesFile(properties), { mode: 0o600 });
    if (existsSync(join(folder, 'data/meta.properties'))) return;
    const file = join(host.folderOf(node), 'server.properties');
    await host.format(node, ['-t', plan.clusterId, '-c', file, ...listener.formatArguments()]);
  }

  #node(node: NodePlan): KafkaNode {
    const { host, throwaway, dataDir, listener } = this.#options;
    const address = `127.0.0.1:${node.ports.client}`;
    return new KafkaNode({
      id: node.id,
      address,
      logFile: join(this.#folder(node), 'server.log'),
      launch: () => host.launch(node, throwaway ? dataDir : undefined),
      serves: async () => (await servingBrokers(address, listener.login())).includes(node.id),
    });
  }
}
