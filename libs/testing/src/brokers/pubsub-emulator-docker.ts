import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Progress } from './broker-start-error.ts';
import type { ToolEnvironment } from './config.ts';
import { Docker } from './docker.ts';
import { GuardedProcess } from './guarded-process.ts';
import type { EmulatorSource } from './pubsub-emulator.ts';

/** Google publishes the emulator with its SDK and nowhere else. */
export const PUBSUB_EMULATOR_IMAGE = 'gcr.io/google.com/cloudsdktool/google-cloud-cli:528.0.0-emulators';

export interface EmulatorSearch {
  readonly env: ToolEnvironment;
  readonly onProgress: Progress;
}

/** The official emulator. It cannot seek, and keeps subscriptions for seven days at most. */
export async function dockerEmulator({ env, onProgress }: EmulatorSearch): Promise<EmulatorSource> {
  const docker = new Docker(env);
  const problem = (await docker.problem()) ?? (await docker.pull(PUBSUB_EMULATOR_IMAGE, onProgress));
  if (problem !== undefined) return { problem };
  return {
    name: `${PUBSUB_EMULATOR_IMAGE} (Docker)`,
    launch(port, folder) {
      const container = `foundnow-pubsub-${randomBytes(4).toString('hex')}`;
      const publish = ['--publish', `127.0.0.1:${port}:${port}`, '--memory', '1g'];
      const start = ['gcloud', 'beta', 'emulators', 'pubsub', 'start', `--host-port=0.0.0.0:${port}`];
      return new GuardedProcess({
        command: ['docker', 'run', '--rm', '--name', container, ...publish, PUBSUB_EMULATOR_IMAGE, ...start],
        env,
        cwd: folder,
        logFile: join(folder, 'emulator.log'),
        lastWill: `docker rm --force ${container}`,
        send: (signal) => docker.signal(container, signal),
        trash: folder,
      });
    },
  };
}
