import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Docker } from '../docker.ts';
import { GuardedProcess } from '../guarded-process.ts';
import { nameOfImage } from '../pinned-image.ts';
import type { HostOptions, HostSearch } from './host-search.ts';
import { IMAGE, JVM_FLAGS } from './kafka-version.ts';
import type { KafkaHost } from './kafka-host.port.ts';
import { notFormatted } from './not-formatted.ts';

const INSIDE = '/foundnow';
const JAVA = [...JVM_FLAGS, '-cp', '/opt/kafka/libs/*'];

/** The official image, each node a container in a network of its own, its files in the data folder. */
export async function dockerHost({ dataDir, env, onProgress }: HostOptions): Promise<HostSearch> {
  const docker = new Docker(env);
  const problem = (await docker.problem()) ?? (await docker.pull(IMAGE, onProgress));
  if (problem !== undefined) return { problem };
  const cluster = `foundnow-kafka-${randomBytes(4).toString('hex')}`;
  const network = await docker.run(['network', 'create', cluster]);
  if (network.code !== 0) return { problem: `docker network create: ${network.said.trim().split('\n').at(-1)}` };
  let launches = 0;
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  const runArguments = (folder: string, more: readonly string[] = []): string[] =>
    ['run', '--rm', '--user', user, '--volume', `${folder}:${INSIDE}`, '--workdir', INSIDE].concat(
      ['--entrypoint', 'java', ...more, IMAGE],
      JAVA,
    );
  const host: KafkaHost = {
    name: `${nameOfImage(IMAGE)} (Docker)`,
    bind: '0.0.0.0',
    hostOf: (node) => `node-${node.id}`,
    folderOf: () => INSIDE,
    async format(node, args) {
      const folder = join(dataDir, `node-${node.id}`);
      const { code, said } = await docker.run([...runArguments(folder), 'kafka.tools.StorageTool', 'format', ...args]);
      if (code !== 0) throw notFormatted(folder, said);
    },
    launch(node, trash) {
      const cwd = join(dataDir, `node-${node.id}`);
      const name = `${cluster}-${node.id}-${(launches += 1)}`;
      const { client } = node.ports;
      const meeting = ['--network', cluster, '--network-alias', `node-${node.id}`];
      const reach = ['--name', name, '--publish', `127.0.0.1:${client}:${client}`, '--memory', '1g', ...meeting];
      return new GuardedProcess({
        command: ['docker', ...runArguments(cwd, reach), 'kafka.Kafka', `${INSIDE}/server.properties`],
        env,
        cwd,
        logFile: join(cwd, 'server.log'),
        lastWill: `docker rm --force ${name}; docker network rm ${cluster}`,
        send: (signal) => docker.signal(name, signal),
        ...(trash === undefined ? {} : { trash }),
      });
    },
    async close() {
      await docker.run(['network', 'rm', cluster]);
    },
  };
  return { host };
}
