import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokerStartError, type Progress } from './broker-start-error.ts';
import { brokersConfig, type ToolEnvironment } from './config.ts';
import { freePort } from '../free-ports.ts';
import { builtEmulator } from './pubsub-emulator-build.ts';
import { dockerEmulator } from './pubsub-emulator-docker.ts';
import { speaksHttp2 } from './pubsub-emulator-ready.ts';
import { untilReady } from './ready.ts';
import { refuseTakenPort } from './refuse-taken-port.ts';
import type { EmulatorProgram } from './pubsub-emulator-source.port.ts';

export interface PubSubEmulatorOptions {
  /** Default: a free one. */
  readonly port?: number;
  readonly onProgress?: Progress;
  /** What `docker` and `go` are found in. Default: the environment of this process. */
  readonly env?: ToolEnvironment;
}

export interface PubSubEmulator {
  /** `host:port`, as PUBSUB_EMULATOR_HOST wants it. */
  readonly host: string;
  stop(): Promise<void>;
}

/** In Docker it is compiled first. */
const READY_MS = 300_000;
const STOP_MS = 5_000;

/** The emulator that `PUBSUB_EMULATOR_HOST` names; else tools/pubsub-emulator, compiled in Docker or by Go. */
export async function startPubSubEmulator(options: PubSubEmulatorOptions = {}): Promise<PubSubEmulator> {
  const { env = brokersConfig().tools, onProgress = () => {} } = options;
  const named = brokersConfig().pubSubEmulator;
  if (named !== undefined) {
    if (!(await speaksHttp2(named))) throw nobodyThere(named);
    onProgress(`Using the Pub/Sub emulator at ${named} (PUBSUB_EMULATOR_HOST).`);
    return { host: named, stop: async () => {} };
  }
  if (options.port !== undefined) await refuseTakenPort(options.port);
  const problems: string[] = [];
  for (const find of [dockerEmulator, builtEmulator]) {
    const source = await find({ env, onProgress });
    if ('problem' in source) problems.push(source.problem);
    else return launch(source, options.port ?? (await freePort()), onProgress);
  }
  throw new BrokerStartError(
    `No Pub/Sub emulator can be started here: ${problems.join('; ')}.`,
    'Start Docker, or install Go 1.21 or newer, or set PUBSUB_EMULATOR_HOST to an emulator that runs (host:port).',
  );
}

async function launch(source: EmulatorProgram, port: number, onProgress: Progress): Promise<PubSubEmulator> {
  const folder = mkdtempSync(join(tmpdir(), 'foundnow-pubsub-'));
  const host = `127.0.0.1:${port}`;
  onProgress(`Starting ${source.name}.`);
  const running = source.launch(port, folder);
  const stop = async () => {
    await running.stop(STOP_MS);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const logFile = join(folder, 'emulator.log');
    const isReady = () => speaksHttp2(host);
    await untilReady({ name: source.name, process: running, logFile, timeoutMs: READY_MS, isReady });
  } catch (error) {
    await stop();
    throw error;
  }
  onProgress(`Pub/Sub serves at ${host}.`);
  return { host, stop };
}

function nobodyThere(host: string): BrokerStartError {
  return new BrokerStartError(
    `PUBSUB_EMULATOR_HOST names ${host}, and nobody listens there.`,
    'Start that emulator, or unset PUBSUB_EMULATOR_HOST to have one started.',
  );
}
