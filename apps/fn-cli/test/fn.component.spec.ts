import { mkdtemp, readdir, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { userIdFor } from '@foundnow/auth';
import { goldenExample } from '@foundnow/contracts/testing';
import { AuditTrail, Database, openPool, withClient } from '@foundnow/postgres';
import { eventMessage } from '@foundnow/messaging';
import { eventually } from '@foundnow/testing';
import { decodeJwt } from 'jose';
import { type PlatformUnderTest, startPlatform } from './platform-under-test.ts';
import { runFn } from './run-fn.ts';

let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await startPlatform()));
afterAll(() => platform.stop());

const fn = (...args: readonly string[]) => runFn(platform.env, ...args);
const post = goldenExample('post.created', 'minimal');

describe('fn token', () => {
  it('prints a token of the person, for at most fifteen minutes', async () => {
    const { exitCode, out } = await fn('token', '--user', 'desk-1', '--role', 'staff', '--org', 'atocha');
    const claims = decodeJwt(out);
    expect(exitCode).toBe(0);
    expect(claims).toMatchObject({ sub: userIdFor('desk-1'), roles: ['staff'], org: userIdFor('organization:atocha') });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900);
  });

  it.each([[[]], [['--user', ' ']], [['--user', 'a', '--role', 'king']], [['--user', 'a', '--minutes', '16']]])(
    'refuses %j',
    async (args) => {
      expect((await fn('token', ...args)).exitCode).toBe(64);
    },
  );
});

describe('fn events', () => {
  it('publishes an event from a file, which tail then shows with its payload', async () => {
    const file = join(platform.env.DATA_DIR ?? '', 'payload.json');
    await writeFile(file, JSON.stringify(post));
    const published = await fn('events', 'publish', 'post.created', '--file', file, '--json');
    const tailed = await fn('events', 'tail', '--no-follow', '--type', 'post.created', '--json');
    const [{ id } = { id: '' }] = published.json<{ id: string }>();
    expect(tailed.json()).toContainEqual(expect.objectContaining({ id, key: post.postId, payload: post }));
  });

  it('names the fields of a payload that are wrong, and publishes nothing', async () => {
    const file = join(platform.env.DATA_DIR ?? '', 'wrong.json');
    await writeFile(file, JSON.stringify({ ...post, title: 7, secretNote: 'hush' }));
    const before = (await fn('events', 'tail', '--no-follow', '--json')).json().length;
    const { exitCode, notes } = await fn('events', 'publish', 'post.created', '--file', file);
    expect(exitCode).toBe(1);
    expect(notes).toContain('title');
    expect(notes).not.toContain('hush');
    expect((await fn('events', 'tail', '--no-follow', '--json')).json()).toHaveLength(before);
  });

  it('replays the log through a service under a generation of its own', async () => {
    const { exitCode, json } = await fn('events', 'replay', '--service', 'matcher', '--json');
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject([{ service: 'fn-matcher', complete: true, deadLettered: 0 }]);
  });
});

describe('fn dlq', () => {
  it('lists what failed by its cause, shows it without its content, and sends it back to that service', async () => {
    const good = eventMessage('post.created', post, '/foundnow/spec');
    await platform.matcher.bus.publish([{ ...good, value: Uint8Array.of(9, 9, 9) }]);
    const [cause] = await eventually(async () => {
      const causes = (await fn('dlq', 'list', '--json')).json<{ fingerprint: string; count: number; group: string }>();
      expect(causes).toMatchObject([{ group: 'fn-matcher', count: 1 }]);
      return causes;
    });
    const shown = await fn('dlq', 'show', cause?.fingerprint ?? '', '--json');
    expect(shown.json()).toMatchObject([{ group: 'fn-matcher', attempts: 1, bytes: 3, redriven: false }]);
    expect((await fn('dlq', 'redrive', '--dry-run', '--json')).json()).toMatchObject([{ dryRun: true, redriven: 1 }]);
    expect((await fn('dlq', 'redrive', '--json')).json()).toMatchObject([{ dryRun: false, redriven: 1, remaining: 0 }]);
    await eventually(async () => {
      const [again] = (await fn('dlq', 'list', '--json')).json<{ count: number }>();
      expect(again?.count).toBe(1);
      const letters = (await fn('dlq', 'show', cause?.fingerprint ?? '', '--json')).json<{ redriveCount: number }>();
      expect(letters.map(({ redriveCount }) => redriveCount)).toEqual([0, 1]);
    });
  });

  it('says so when there is no such cause', async () => {
    expect(await fn('dlq', 'show', 'nonsense')).toMatchObject({ exitCode: 1 });
  });
});

describe('fn audit verify', () => {
  const verify = () => fn('audit', 'verify', '--service', 'matcher', '--json');

  it('finds an unbroken chain intact, and names the entry that somebody altered', async () => {
    const { adminUrl } = platform.matcher.database;
    const database = new Database(
      openPool({ url: platform.matcher.env.DATABASE_URL ?? '', schema: 'matcher', applicationName: 'spec' }),
    );
    const entry = { actor: 'system', action: 'spec.tried', subject: 'match-1', details: { round: 1 } };
    await database.transaction({ worker: 'spec' }, (tx) => new AuditTrail('matcher').record(tx, entry));
    await database.close();
    await eventually(async () =>
      expect((await verify()).json()).toMatchObject([{ intact: true, sealed: 1, waiting: 0 }]),
    );

    await withClient(adminUrl, async (client) => {
      await client.query(
        "set session_replication_role = replica; update matcher.audit_entries set action = 'spec.forged'",
      );
    });
    const broken = await verify();
    expect(broken.json()).toMatchObject([{ intact: false, kind: 'altered', position: 1 }]);
    expect(broken.exitCode).toBe(1);
  });
});

describe('fn outbox', () => {
  const quarantine = (eventId: string) =>
    withClient(platform.matcher.database.adminUrl, (client) =>
      client.query(
        `insert into matcher.outbox_quarantine
           (id, shard, topic, key, event_id, type, record_name, version, attributes, body, reason)
         values (coalesce((select max(id) from matcher.outbox_quarantine), 0) + 1000000, 0, 'matcher.events', 'match-1', $1,
           'match.found', 'foundnow.matcher.MatchFound', 1, '{}', '\\x00', 'too large')`,
        [eventId],
      ),
    );

  it('lists what is in quarantine and gives one event up, by its name', async () => {
    await quarantine('0198c0de-0000-7000-8000-0000000000e1');
    const listed = await fn('outbox', 'list', '--service', 'matcher', '--json');
    expect(listed.json()).toMatchObject([{ service: 'fn-matcher', type: 'match.found', key: 'match-1', bytes: 1 }]);
    const drop = () => fn('outbox', 'drop', '0198c0de-0000-7000-8000-0000000000e1', '--service', 'matcher');
    expect([(await drop()).exitCode, (await drop()).exitCode]).toEqual([0, 1]);
    expect((await fn('outbox', 'drop', 'no-id', '--service', 'matcher')).exitCode).toBe(64);
  });

  it('puts the events of a key back, and says so when there are none', async () => {
    const release = () =>
      fn('outbox', 'release', '--service', 'matcher', '--topic', 'matcher.events', '--key', 'match-1');
    expect((await release()).exitCode).toBe(1);
    await quarantine('0198c0de-0000-7000-8000-0000000000e2');
    expect(await release()).toMatchObject({ exitCode: 0, out: 'Released 1.' });
  });
});

describe('fn migrate', () => {
  it('finds nothing to do on a schema that is up to date', async () => {
    const { json } = await fn('migrate', '--service', 'fn-matcher', '--json');
    expect(json()).toMatchObject([{ service: 'fn-matcher', migrations: [] }]);
  });

  it('brings the bus up to date too', async () => {
    const { exitCode, json } = await fn('migrate', '--service', 'bus', '--json');
    expect({ exitCode, lines: json() }).toEqual({
      exitCode: 0,
      lines: [{ service: 'bus', schema: 'bus', upToDate: true }],
    });
  });

  it('wants a service for taking something back, and a service that exists', async () => {
    expect((await fn('migrate', '--down')).exitCode).toBe(64);
    expect((await fn('migrate', '--service', 'fn-unicorn')).exitCode).toBe(64);
  });
});

describe('fn without a platform', () => {
  it('makes no key where no stack ever ran', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'fn-cli-none-'));
    expect((await runFn({ DATA_DIR: dir }, 'token', '--user', 'a')).exitCode).toBe(78);
    expect(await readdir(dir)).toEqual([]);
    await rmdir(dir);
  });

  it('says which setting is missing and how to get one', async () => {
    const { exitCode, notes } = await runFn({ DATA_DIR: '/nowhere' }, 'dlq', 'list');
    expect({ exitCode, names: notes.includes('BUS_DATABASE_URL'), fix: notes.includes('npm start') }).toEqual({
      exitCode: 78,
      names: true,
      fix: true,
    });
  });

  it('grants no rights where the bus is not Kafka, and asks for nothing else', async () => {
    const { exitCode, notes } = await runFn({ DATA_DIR: '/nowhere' }, 'bus', 'acls', '--apply');
    expect([exitCode, notes]).toEqual([78, expect.stringContaining('EVENT_BUS: must be kafka')]);
    expect(notes).not.toContain('BUS_DATABASE_URL');
  });

  it('says that the database is away, not how', async () => {
    const env = { DATA_DIR: '/nowhere', BUS_DATABASE_URL: 'postgres://bus_app:hunter2@127.0.0.1:9/foundnow' };
    const { exitCode, notes } = await runFn(env, 'dlq', 'list');
    expect(exitCode).toBe(69);
    expect(notes).not.toContain('hunter2');
  });
});
