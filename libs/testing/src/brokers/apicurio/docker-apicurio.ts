import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Docker } from '../docker.ts';
import { GuardedProcess } from '../guarded-process.ts';
import { nameOfImage, pinnedImage } from '../pinned-image.ts';
import type { ProgramSearch, ProgramSource } from '../program.port.ts';

const IMAGE = pinnedImage('quay.io/apicurio/apicurio-registry');
/** The user of the image, and what docker-compose.yml allows it. */
const LIMITS = ['--user', '1001:0', '--env', 'JAVA_OPTS_APPEND=-Xmx384m', '--memory', '768m'];

/** The version of docker-compose.yml: newer than that of the jars, which Java 17 must run. */
export async function dockerApicurio({ env, onProgress }: ProgramSearch): Promise<ProgramSource> {
  const docker = new Docker(env);
  const problem = (await docker.problem()) ?? (await docker.pull(IMAGE, onProgress));
  if (problem !== undefined) return { problem };
  return {
    name: `${nameOfImage(IMAGE)} (Docker)`,
    launch(port, folder) {
      const container = `foundnow-apicurio-${randomBytes(4).toString('hex')}`;
      const reach = ['--name', container, '--publish', `127.0.0.1:${port}:8080`];
      return new GuardedProcess({
        command: ['docker', 'run', '--rm', '--init', ...reach, ...LIMITS, IMAGE],
        env,
        cwd: folder,
        logFile: join(folder, 'server.log'),
        lastWill: `docker rm --force ${container}`,
        send: (signal) => docker.signal(container, signal),
        trash: folder,
      });
    },
  };
}
