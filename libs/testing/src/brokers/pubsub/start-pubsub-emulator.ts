import { BrokerStartError, type Progress } from '../broker-start-error.ts';
import { brokersConfig, type ToolEnvironment } from '../config.ts';
import { freePort } from '../../free-ports.ts';
import { findProgram, launchProgram } from '../launch-program.ts';
import { refuseTakenPort } from '../refuse-taken-port.ts';
import { builtEmulator } from './built-emulator.ts';
import { dockerEmulator } from './docker-emulator.ts';
import { speaksHttp2 } from './speaks-http2.ts';

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
  const found = await findProgram([dockerEmulator, builtEmulator], { env, onProgress });
  if (Array.isArray(found)) throw noEmulator(found);
  const port = options.port ?? (await freePort());
  const host = `127.0.0.1:${port}`;
  const stop = await launchProgram(found, { port, readyMs: READY_MS, isReady: () => speaksHttp2(host), onProgress });
  onProgress(`Pub/Sub serves at ${host}.`);
  return { host, stop };
}

function noEmulator(problems: readonly string[]): BrokerStartError {
  return new BrokerStartError(
    `No Pub/Sub emulator can be started here: ${problems.join('; ')}.`,
    'Start Docker, or install Go 1.21 or newer, or set PUBSUB_EMULATOR_HOST to an emulator that runs (host:port).',
  );
}

function nobodyThere(host: string): BrokerStartError {
  return new BrokerStartError(
    `PUBSUB_EMULATOR_HOST names ${host}, and nobody listens there.`,
    'Start that emulator, or unset PUBSUB_EMULATOR_HOST to have one started.',
  );
}
