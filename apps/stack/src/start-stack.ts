import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadOrCreateSigningKey } from '@foundnow/auth';
import { KeyRing } from '@foundnow/crypto';
import { systemClock } from '@foundnow/kernel';
import type { StackConfig } from './config.ts';
import { openDatabase } from './database.ts';
import { environmentsOf } from './environments.ts';
import { exampleFor } from './example.ts';
import { createPageServer } from './page-server.ts';
import { pageToken } from './page-token.ts';
import { refuseTakenPorts } from './ports.ts';
import { prepareSchemas } from './schemas.ts';
import { services } from './services.ts';
import { StackSecrets } from './stack-secrets.ts';
import { type StartedService, startServices } from './start-services.ts';

/** The services that open sealed fields. */
const SEALING_RECIPIENTS = ['matcher', 'notifications'];

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
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const secrets = await StackSecrets.open(keysDir);
  const signingKey = await loadOrCreateSigningKey(keysDir);
  for (const recipient of SEALING_RECIPIENTS) {
    await KeyRing.open({ dir: join(keysDir, 'sealing'), recipient, clock: systemClock });
  }

  progress('Starting the database');
  const database = await openDatabase(config, progress, closing);
  progress('Preparing the schemas');
  const schemas = await prepareSchemas(database.adminUrl, secrets);
  const environments = environmentsOf(config, schemas, secrets);
  rememberForTheCommandLine(dir, environments);

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

/** `npm run fn` finds the databases and keys of this stack here. It holds passwords: for the owner's eyes only. */
function rememberForTheCommandLine(dir: string, environments: unknown): void {
  writeFileSync(join(dir, 'keys', 'environments.json'), JSON.stringify(environments, null, 2), { mode: 0o600 });
}
