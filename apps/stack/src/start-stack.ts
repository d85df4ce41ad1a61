import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closingOnFailure } from '@foundnow/kernel';
import { examineBus, nameOf } from '@foundnow/service';
import { prepareKeys, rememberEnvironments } from '@foundnow/service/installation';
import { changeBus } from './bus/change-bus.ts';
import type { StackConfig } from './config.ts';
import { openDatabase } from './database.ts';
import { environmentsOf } from './environments.ts';
import { exampleFor } from './example.ts';
import { instancesOf } from './instances.ts';
import { createPageServer } from './page-server.ts';
import { pageToken } from './page-token.ts';
import { refuseTakenPorts } from './ports.ts';
import { schemasOfTheStack } from './schemas.ts';
import type { StackTold } from './stack-told.ts';
import { startProcesses } from './processes/start-processes.ts';
import { rotateLogs } from './rotate-logs.ts';
import { type StartedService, startServices } from './start-services.ts';

export interface RunningStack {
  readonly pageUrl: string;
  readonly services: readonly StartedService[];
  readonly database: string;
  /** Resolves when the database ended by itself: then nothing else can go on. */
  readonly databaseGone: Promise<void>;
  stop(): Promise<void>;
}

/** The whole platform: database, schemas, keys, four services (here, or as processes) and the page about them. */
export async function startStack(config: StackConfig, told: StackTold): Promise<RunningStack> {
  const closing = new AsyncDisposableStack();
  return closingOnFailure(
    closing,
    () => start(config, told, closing),
    (error) => told.warn(`Not everything could be stopped: ${nameOf(error)}`),
  );
}

async function start(config: StackConfig, told: StackTold, closing: AsyncDisposableStack): Promise<RunningStack> {
  const { progress, warn } = told;
  const { HOST: host, BASE_PORT: basePort } = config;
  if (config.EVENT_BUS !== 'embedded') examineBus(config);
  await refuseTakenPorts(host, portsOf(config));
  const dir = resolve(config.DATA_DIR);
  const keysDir = join(dir, 'keys');
  // The folder itself may be entered by the database's user; the keys may not be read by anybody else.
  mkdirSync(dir, { recursive: true });
  const { secrets, signingKey } = await prepareKeys(keysDir, [join(dir, 'postgres')]);

  progress('Starting the database');
  const database = await openDatabase(config, progress, closing);
  // Now it is known that no other start writes there.
  rotateLogs(join(dir, 'logs'));
  progress('Preparing the schemas');
  const schemas = await schemasOfTheStack(database.adminUrl, secrets);
  const environments = environmentsOf(config, schemas, secrets);
  await rememberEnvironments(keysDir, environments);
  await changeBus(dir, environments['fn-posts'] ?? {}, told);

  progress('Starting the services');
  const running =
    config.SERVICES_AS === 'processes'
      ? await startProcesses(config, environments, warn, closing)
      : await startServices(config, environments, closing);

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

function portsOf(config: StackConfig): Record<string, number> {
  const ofInstances = instancesOf(config).map(({ name, port }) => [name, port] as const);
  return { 'the page': config.BASE_PORT, ...Object.fromEntries(ofInstances) };
}
