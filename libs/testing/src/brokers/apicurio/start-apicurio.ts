import { BrokerStartError, type Progress } from '../broker-start-error.ts';
import { brokersConfig, type ToolEnvironment } from '../config.ts';
import { freePort } from '../../free-ports.ts';
import { JAVA_AT_LEAST } from '../java.ts';
import { findProgram, launchProgram } from '../launch-program.ts';
import { dockerApicurio } from './docker-apicurio.ts';
import { jarApicurio } from './jar-apicurio.ts';

export interface ApicurioOptions {
  readonly onProgress?: Progress;
  /** What `docker`, `mvn` and `java` are found in. Default: the environment of this process. */
  readonly env?: ToolEnvironment;
}

export interface Apicurio {
  /** Where it speaks the API of Confluent's registry. */
  readonly url: string;
  stop(): Promise<void>;
}

const READY_MS = 120_000;

/** A schema registry that others wrote, from Docker or from Maven's jars; it keeps everything in memory. */
export async function startApicurio(options: ApicurioOptions = {}): Promise<Apicurio> {
  const { env = brokersConfig().tools, onProgress = () => {} } = options;
  const found = await findProgram([dockerApicurio, jarApicurio], { env, onProgress });
  if (Array.isArray(found)) throw noApicurio(found);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/apis/ccompat/v7`;
  const stop = await launchProgram(found, { port, readyMs: READY_MS, isReady: () => isReady(url), onProgress });
  onProgress(`${found.name} serves at ${url}.`);
  return { url, stop };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/subjects`, {
    signal: AbortSignal.timeout(5_000),
    headers: { connection: 'close' },
  });
  return answer.ok;
}

function noApicurio(problems: readonly string[]): BrokerStartError {
  return new BrokerStartError(
    `No Apicurio can be started here: ${problems.join('; ')}.`,
    `Start Docker, or install Maven and Java ${JAVA_AT_LEAST} or newer.`,
  );
}
