import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Docker } from '../docker.ts';
import { GuardedProcess } from '../guarded-process.ts';
import { nameOfImage, pinnedImage } from '../pinned-image.ts';
import type { ProgramSearch, ProgramSource } from '../program.port.ts';

const MODULE = fileURLToPath(new URL('../../../../../tools/pubsub-emulator', import.meta.url));
const GO_IMAGE = pinnedImage('golang', 'tools/pubsub-emulator/image.yml');
/** Keeps modules and what was compiled for the next time. */
const VOLUMES = ['--volume', 'foundnow-go:/go', '--volume', 'foundnow-go-build:/root/.cache/go-build'];

/**
 * Our own emulator, compiled in Go's image. Google's neither seeks nor keeps to flow control, and of a killed consumer
 * it keeps some keys for ever (tools/pubsub-emulator/README.md): what our specs ask for it cannot show.
 */
export async function dockerEmulator({ env, onProgress }: ProgramSearch): Promise<ProgramSource> {
  const docker = new Docker(env);
  const problem = (await docker.problem()) ?? (await docker.pull(GO_IMAGE, onProgress));
  if (problem !== undefined) return { problem };
  return {
    name: `tools/pubsub-emulator in ${nameOfImage(GO_IMAGE)} (compiles the first time)`,
    launch(port, folder) {
      const container = `foundnow-pubsub-${randomBytes(4).toString('hex')}`;
      const reach = ['--name', container, '--publish', `127.0.0.1:${port}:${port}`, '--memory', '2g'];
      const source = ['--volume', `${MODULE}:/emulator:ro`, '--workdir', '/emulator', ...VOLUMES];
      const start = ['go', 'run', '.', '-host-port', `0.0.0.0:${port}`];
      return new GuardedProcess({
        command: ['docker', 'run', '--rm', '--init', ...reach, ...source, GO_IMAGE, ...start],
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
