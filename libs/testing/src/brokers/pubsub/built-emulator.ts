import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GuardedProcess } from '../guarded-process.ts';
import type { ProgramSearch, ProgramSource } from '../program.port.ts';
import { runTool } from '../run-tool.ts';
import { programPath, buildEmulator } from './emulator-build.ts';

/** Our own emulator, built once for each state of its sources. */
export async function builtEmulator({ env, onProgress }: ProgramSearch): Promise<ProgramSource> {
  const program = programPath();
  if (!existsSync(program)) {
    const { code } = await runTool('go', ['version'], { env, timeoutMs: 20_000 });
    if (code === undefined) return { problem: 'no go in PATH' };
    onProgress('Building tools/pubsub-emulator with Go (once).');
    await buildEmulator(program, env);
  }
  return {
    name: 'tools/pubsub-emulator',
    launch: (port, folder) =>
      new GuardedProcess({
        command: [program, '-host-port', `127.0.0.1:${port}`],
        env,
        cwd: folder,
        logFile: join(folder, 'server.log'),
        trash: folder,
      }),
  };
}
