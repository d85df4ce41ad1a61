import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BrokerStartError, type Progress } from '../broker-start-error.ts';
import { brokersConfig, type ToolEnvironment } from '../config.ts';
import { planCluster } from './cluster-plan.ts';
import { dockerHost } from './docker-host.ts';
import { jvmHost } from './jvm-host.ts';
import { KafkaCluster } from './kafka-cluster.ts';
import { type KafkaSecurity, SecuredListener } from './kafka-security.ts';
import { JAVA_AT_LEAST } from '../java.ts';

export interface KafkaOptions {
  /** Each is broker and controller in one. Default: 1. */
  readonly nodes?: number;
  /** Kept, and found again by the next start. Default: a new folder that goes when the cluster goes. */
  readonly dataDir?: string;
  /** Of the first node. Default: the one it had before, else a free one. */
  readonly port?: number;
  /** Broker properties on top of ours. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly security?: KafkaSecurity;
  readonly onProgress?: Progress;
  /** What `docker`, `mvn` and `java` are found in. Default: the environment of this process. */
  readonly env?: ToolEnvironment;
}

/** A real Apache Kafka (KRaft) on the loopback address: out of Docker where an engine answers, else out of Maven's jars. */
export async function startKafka(options: KafkaOptions = {}): Promise<KafkaCluster> {
  const { nodes = 1, env = brokersConfig().tools, onProgress = () => {}, settings = {} } = options;
  const throwaway = options.dataDir === undefined;
  const dataDir = resolve(
    options.dataDir ?? join(tmpdir(), `foundnow-kafka-${process.pid}-${randomBytes(4).toString('hex')}`),
  );
  const listener = new SecuredListener(options.security);
  const plan = await planCluster(dataDir, nodes, options.port);
  const problems: string[] = [];
  let failure: unknown;
  for (const find of [dockerHost, jvmHost]) {
    const found = await find({ dataDir, nodes, env, onProgress });
    if ('problem' in found) {
      problems.push(found.problem);
      continue;
    }
    const cluster = new KafkaCluster({ host: found.host, plan, dataDir, throwaway, settings, listener });
    onProgress(`Starting ${found.host.name}, ${nodes} node${nodes === 1 ? '' : 's'}.`);
    try {
      await cluster.start();
      onProgress(`Kafka serves at ${cluster.brokers.join(',')}.`);
      return cluster;
    } catch (error) {
      await cluster.stop();
      problems.push(error instanceof Error ? error.message : String(error));
      failure = error;
    }
  }
  throw failure === undefined ? noKafka(problems) : notStarted(problems, failure);
}

function noKafka(problems: readonly string[]): BrokerStartError {
  return new BrokerStartError(
    `No Kafka can be started here: ${problems.join('; ')}.`,
    `Start Docker, or install Maven and Java ${JAVA_AT_LEAST} or newer, or set KAFKA_BROKERS to a Kafka that runs (host:port,…).`,
  );
}

/** Tools are not what is missing. */
function notStarted(problems: readonly string[], cause: unknown): BrokerStartError {
  const fix = 'Mend that, or set KAFKA_BROKERS to a Kafka that runs (host:port,…).';
  return new BrokerStartError(`Kafka did not start: ${problems.join('; ')}`, fix, { cause });
}
