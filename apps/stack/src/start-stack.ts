import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareKeys, rememberEnvironments } from '@foundnow/service/installation';
import type { StackConfig } from './config.ts';
import { openDatabase } from './database.ts';
import { environmentsOf } from './environments.ts';
import { exampleFor } from './example.ts';
import { createPageServer } from './page-server.ts';
import { pageToken } from './page-token.ts';
import { refuseTakenPorts } from './ports.ts';
import { schemasOfTheStack } from './schemas.ts';
import { services } from './services.ts';
import { type StartedService, startServices } from './start-services.ts';

export interface RunningStack {
  readonly pageUrl: string;
  readonly services: readonly StartedService[];
  readonly database: string;
  /** Resolves when the database ended by itself: then nothing else can go on. */
  readonly databaseGone: Promise<void>;
  stop(): Promise<void>;
}

/** The whole platform in this process: database, schemas, keys, four services and the page about them. */
export async function startStack(config: StackConfig, progress: (text: string) => void): Promise<RunningStack> {
  const closing = new AsyncDisposableStack();
  try {
    return await start(config, progress, closing);
  } catch (error) {
    await closing.disposeAsync();
    throw error;
  }
}

async function start(
  config: StackConfig,
  progress: (text: string) => void,
  closing: AsyncDisposableStack,
): Promise<RunningStack> {
  const { HOST: host, BASE_PORT: basePort } = config;
  await refuseTakenPorts(host, portsOf(basePort));
  const dir = resolve(config.DATA_DIR);
  const keysDir = join(dir, 'keys');
  // The folder itself may be entered by the database's user; the keys may not be read by anybody else.
  mkdirSync(dir, { recursive: true });
  const { secrets, signingKey } = await prepareKeys(keysDir);

  progress('Starting the database');
  const database = await openDatabase(config, progress, closing);
  progress('Preparing the schemas');
  const schemas = await schemasOfTheStack(database.adminUrl, secrets);
  const environments = environmentsOf(config, schemas, secrets);
  rememberEnvironments(keysDir, environments);

  progress('Starting the services');
  const running = await startServices(environments, closing);

  const page = createPageServer(
    {
      eventBus: config.EVENT_BUS,
      database: database.label,
      example: exampleFor(running.find(({ name }) => name === 'fn-posts')?.url ?? ''),
      services: running,
    },
    pageToken(signingKey),
  );
  closing.defer(() => page.close());
  const pageUrl = await page.listen({ host, port: basePort });
  return {
    pageUrl,
    services: running,
    database: database.label,
    databaseGone: database.gone,
    stop: () => closing.disposeAsync(),
  };
}

function portsOf(basePort: number): Record<string, number> {
  const names = ['the page', ...services.map(({ name }) => name)];
  return Object.fromEntries(names.map((name, index) => [name, basePort + index]));
}
