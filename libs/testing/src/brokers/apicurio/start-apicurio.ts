import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokerStartError, type Progress } from '../broker-start-error.ts';
import { brokersConfig, type ToolEnvironment } from '../config.ts';
import { freePort } from '../../free-ports.ts';
import { GuardedProcess } from '../guarded-process.ts';
import { findJava, JAVA_AT_LEAST } from '../java.ts';
import { mavenFolder } from '../maven-folder.ts';
import { untilReady } from '../ready.ts';
import { versionIn } from '../pom-version.ts';

export interface ApicurioOptions {
  readonly onProgress?: Progress;
  /** What `mvn` and `java` are found in. Default: the environment of this process. */
  readonly env?: ToolEnvironment;
}

export interface Apicurio {
  /** Where it speaks the API of Confluent's registry. */
  readonly url: string;
  stop(): Promise<void>;
}

const POM = new URL('pom.xml', import.meta.url);
const VERSION = versionIn(POM, 'apicurio-registry-app');
const NAME = `apicurio-registry-${VERSION}`;
const READY_MS = 120_000;
const FLAGS = ['-Xms64m', '-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** A schema registry that others wrote, from Maven's jars; it keeps everything in memory. */
export async function startApicurio(options: ApicurioOptions = {}): Promise<Apicurio> {
  const { env = brokersConfig().tools, onProgress = () => {} } = options;
  const found = await findJava(env);
  if ('problem' in found) throw noApicurio(found.problem);
  const home = await mavenFolder({ name: NAME, pom: POM, goal: 'unpack', env, onProgress });
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), `foundnow-apicurio-${randomBytes(2).toString('hex')}`));
  const logFile = join(folder, 'server.log');
  const listen = [`-Dquarkus.http.host=127.0.0.1`, `-Dquarkus.http.port=${port}`];
  const program = ['-jar', join(home, `apicurio-registry-app-${VERSION}-runner.jar`)];
  const command = [found.java, ...FLAGS, ...listen, ...program] as const;
  onProgress(`Starting ${NAME}.`);
  const process = new GuardedProcess({ command, env, cwd: folder, logFile, trash: folder });
  const url = `http://127.0.0.1:${port}/apis/ccompat/v7`;
  const stop = async (): Promise<void> => {
    await process.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady({ name: NAME, process, logFile, timeoutMs: READY_MS, isReady: () => isReady(url) });
  } catch (error) {
    await stop();
    throw error;
  }
  onProgress(`${NAME} serves at ${url}.`);
  return { url, stop };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/subjects`, {
    signal: AbortSignal.timeout(5_000),
    headers: { connection: 'close' },
  });
  return answer.ok;
}

function noApicurio(problem: string): BrokerStartError {
  return new BrokerStartError(
    `No Apicurio can be started here: ${problem}.`,
    `Install Maven and Java ${JAVA_AT_LEAST} or newer.`,
  );
}
