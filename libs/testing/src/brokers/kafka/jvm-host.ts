import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findJava } from '../java.ts';
import { GuardedProcess } from '../guarded-process.ts';
import { mavenFolder, mavenFolderPath } from '../maven-folder.ts';
import { runTool } from '../run-tool.ts';
import type { HostOptions, HostSearch } from './host-search.ts';
import { JVM_FLAGS, KAFKA, POM } from './kafka-version.ts';
import type { KafkaHost } from './kafka-host.port.ts';
import { notFormatted } from './not-formatted.ts';

/** Whose data is kept may close its files; who hangs is killed. */
const END_GENTLY =
  'kill -TERM $$; n=0; while kill -0 $$ && [ $n -lt 100 ]; do n=$((n+1)); sleep 0.1; done; kill -KILL $$';

/** Kafka's jars from Maven, run by `java`. */
export async function jvmHost({ dataDir, env, onProgress }: HostOptions): Promise<HostSearch> {
  const found = await findJava(env);
  if ('problem' in found) return { problem: found.problem };
  const source = { name: KAFKA, pom: POM };
  if (!existsSync(mavenFolderPath(source))) {
    const { code } = await runTool('mvn', ['-v'], { env, timeoutMs: 20_000 });
    if (code === undefined) return { problem: 'no mvn in PATH' };
  }
  const jars = await mavenFolder({ ...source, goal: 'copy-dependencies', env, onProgress });
  const java = [found.java, ...JVM_FLAGS, '-cp', join(jars, '*')] as const;
  const folderOf: KafkaHost['folderOf'] = (node) => join(dataDir, `node-${node.id}`);
  const host: KafkaHost = {
    name: `${KAFKA} (jars, ${found.java})`,
    bind: '127.0.0.1',
    hostOf: () => '127.0.0.1',
    folderOf,
    async format(node, args) {
      const [file, ...flags] = [...java, 'kafka.tools.StorageTool', 'format', ...args];
      const { code, said } = await runTool(file ?? '', flags, { env, timeoutMs: 60_000 });
      if (code !== 0) throw notFormatted(folderOf(node), said);
    },
    launch(node, trash) {
      const cwd = folderOf(node);
      return new GuardedProcess({
        command: [...java, 'kafka.Kafka', join(cwd, 'server.properties')],
        env,
        cwd,
        logFile: join(cwd, 'server.log'),
        ...(trash === undefined ? { lastWill: END_GENTLY } : { trash }),
      });
    },
    close: async () => {},
  };
  return { host };
}
