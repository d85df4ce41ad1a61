import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadOrCreateSigningKey } from '@foundnow/auth';
import type { StackConfig } from './config.ts';
import { openDatabase } from './database.ts';
import { environmentsOf } from './environments.ts';
import { example } from './example.ts';
import { createPageServer } from './page-server.ts';
import { refuseTakenPorts } from './ports.ts';
import { prepareSchemas } from './schemas.ts';
import { services } from './services.ts';
import { StackSecrets } from './stack-secrets.ts';

export interface RunningStack {
  readonly pageUrl: string;
  readonly services: readonly { readonly name: string; readonly about: string; readonly url: string }[];
  readonly database: string;
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
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const secrets = await StackSecrets.open(keysDir);
  await loadOrCreateSigningKey(keysDir);

  progress('Starting the database');
  const database = await openDatabase(config, progress, closing);
  progress('Preparing the schemas');
  const schemas = await prepareSchemas(database.adminUrl, secrets);
  const environments = environmentsOf(config, schemas, secrets);
  rememberForTheCommandLine(dir, environments);

  progress('Starting the services');
  const running = await Promise.all(
    services.map(async (service) => {
      const { url, stop } = await service.start(environments[service.name] ?? {});
      closing.defer(stop);
      return { name: service.name, about: service.about, url };
    }),
  );

  const page = createPageServer({ eventBus: config.EVENT_BUS, database: database.label, example, services: running });
  closing.defer(() => page.close());
  const pageUrl = await page.listen({ host, port: basePort });
  return { pageUrl, services: running, database: database.label, stop: () => closing.disposeAsync() };
}

function portsOf(basePort: number): Record<string, number> {
  const names = ['the page', ...services.map(({ name }) => name)];
  return Object.fromEntries(names.map((name, index) => [name, basePort + index]));
}

/** `npm run fn` finds the databases and keys of this stack here. It holds passwords: for the owner's eyes only. */
function rememberForTheCommandLine(dir: string, environments: unknown): void {
  writeFileSync(join(dir, 'keys', 'environments.json'), JSON.stringify(environments, null, 2), { mode: 0o600 });
}
