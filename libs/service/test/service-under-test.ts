import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Role } from '@foundnow/auth';
import { type TestAuthority, testAuthority } from '@foundnow/auth/testing';
import { catalog } from '@foundnow/contracts';
import { createEmbeddedBus, type MessageBus, migrateBus } from '@foundnow/messaging';
import { migrate, provisionSchema } from '@foundnow/postgres';
import { type TestDatabase, testDatabase } from '@foundnow/testing';
import type { RunningService, Service } from '../src/index.ts';

/** One service as it runs in production: real PostgreSQL, real bus, real tokens; only its neighbours are absent. */
export interface ServiceUnderTest {
  /** Where its API begins: `http://127.0.0.1:…/api/v1`. */
  readonly api: string;
  readonly origin: string;
  readonly bus: MessageBus;
  readonly database: TestDatabase;
  readonly env: Readonly<Record<string, string>>;
  /** For migrations. */
  readonly ownerUrl: string;
  readonly busOwnerUrl: string;
  readonly authority: TestAuthority;
  tokenFor(role: Role, request?: Parameters<TestAuthority['tokenFor']>[1]): Promise<string>;
  stop(): Promise<void>;
}

export async function startForTest(
  service: Service,
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<ServiceUnderTest> {
  const starting = new AsyncDisposableStack();
  try {
    return await start(service, extraEnv, starting);
  } catch (error) {
    await starting.disposeAsync();
    throw error;
  }
}

async function start(
  service: Service,
  extraEnv: Readonly<Record<string, string>>,
  closing: AsyncDisposableStack,
): Promise<ServiceUnderTest> {
  const database = await testDatabase();
  closing.defer(() => database.drop());
  const urls = await prepare(database, service);
  const dir = await mkdtemp(join(tmpdir(), 'fn-service-'));
  closing.defer(() => rm(dir, { recursive: true }));
  const authority = await testAuthority();
  await writeFile(join(dir, 'jwks.json'), JSON.stringify(authority.jwks));
  const env = {
    PORT: '0',
    DATABASE_URL: urls.service,
    BUS_DATABASE_URL: urls.bus,
    JWKS_URL: pathToFileURL(join(dir, 'jwks.json')).href,
    TOKEN_ISSUER: authority.issuer,
    TOKEN_AUDIENCE: authority.audience,
    LOG_FILE: join(dir, 'service.log'),
    ...extraEnv,
  };
  const bus = createEmbeddedBus({ url: urls.bus, partitionsOf });
  closing.defer(() => bus.close());
  const running: RunningService = await service.start(env);
  closing.defer(() => running.stop());
  return {
    api: `${running.url}/api/v1`,
    origin: running.url,
    bus,
    database,
    env,
    ownerUrl: urls.owner,
    busOwnerUrl: urls.busOwner,
    authority,
    tokenFor: (role, request) => authority.tokenFor(role, request),
    stop: () => closing.disposeAsync(),
  };
}

async function prepare(
  database: TestDatabase,
  { schema, migrations }: Service,
): Promise<{ service: string; owner: string; bus: string; busOwner: string }> {
  const { adminUrl, rolePrefix, password } = database;
  const passwords = { ownerPassword: password, appPassword: password };
  const bus = await provisionSchema(adminUrl, { schema: 'bus', rolePrefix, ...passwords });
  const own = await provisionSchema(adminUrl, { schema, rolePrefix, ...passwords });
  await migrateBus(bus.ownerUrl);
  await migrate(own.ownerUrl, schema, migrations);
  return { service: own.appUrl, owner: own.ownerUrl, bus: bus.appUrl, busOwner: bus.ownerUrl };
}

function partitionsOf(topic: string): number {
  return catalog.topics.find(({ name }) => name === topic)?.partitions ?? 1;
}
