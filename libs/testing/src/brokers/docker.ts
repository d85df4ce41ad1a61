import type { Progress } from './broker-start-error.ts';
import type { ToolEnvironment } from './config.ts';
import { runTool, type ToolRun } from './run-tool.ts';

const ANSWER_MS = 5_000;
const PULL_MS = 600_000;
const COMMAND_MS = 60_000;

/** The little of Docker's command line that brokers need. */
export class Docker {
  constructor(private readonly env: ToolEnvironment) {}

  /** Why Docker is no help here; `undefined` when an engine answers. */
  async problem(): Promise<string | undefined> {
    const { code, stdout } = await this.run(['info', '--format', '{{.ServerVersion}}'], ANSWER_MS);
    if (code === undefined) return 'no docker in PATH';
    return code === 0 && stdout.trim() !== '' ? undefined : 'docker is there, but no engine answers';
  }

  /** Why the image cannot be had; `undefined` when it is there. */
  async pull(image: string, onProgress: Progress): Promise<string | undefined> {
    if ((await this.run(['image', 'inspect', image])).code === 0) return undefined;
    onProgress(`Fetching the image ${image} (once).`);
    const { code, said } = await this.run(['pull', '--quiet', image], PULL_MS);
    return code === 0 ? undefined : `docker pull ${image}: ${said.trim().split('\n').at(-1)}`;
  }

  async signal(container: string, signal: NodeJS.Signals): Promise<void> {
    if (signal === 'SIGSTOP') await this.run(['pause', container]);
    else if (signal === 'SIGCONT') await this.run(['unpause', container]);
    else await this.run(['kill', '--signal', signal, container]);
  }

  run(args: readonly string[], timeoutMs: number = COMMAND_MS): Promise<ToolRun> {
    return runTool('docker', args, { env: this.env, timeoutMs });
  }
}
