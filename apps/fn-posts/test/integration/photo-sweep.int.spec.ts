import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { plainPhoto } from '@foundnow/images/testing';
import { withClient } from '@foundnow/postgres';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import { FakeClock } from '@foundnow/testing';
import { fnPosts } from '../../src/service.ts';
import { photoParts } from '../photo-parts.ts';
import { anActor } from '../post.builder.ts';

const HOUR = 3_600_000;
let schema: TestSchema;
let root: string;
let clock: FakeClock;
let parts: Awaited<ReturnType<typeof photoParts>>;

beforeAll(async () => void (schema = await testSchema(fnPosts.schema, fnPosts.migrations)));
afterAll(() => schema.drop());
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fn-photos-'));
  clock = new FakeClock(new Date());
  parts = await photoParts(schema.database, root, clock);
});
afterEach(async () => {
  parts.stop();
  await rm(root, { recursive: true });
  await withClient(schema.adminUrl, (client) => client.query('truncate posts.photo'));
});

async function* file() {
  yield await plainPhoto();
}
const receive = (by = anActor()) => parts.receive.run(file(), by, () => undefined);
const keys = async () => {
  const pages = await Promise.all([parts.objects.list('quarantine/'), parts.objects.list('private/')]);
  return pages.flatMap(({ objects }) => objects.map(({ key }) => key));
};
const rows = async () => {
  const { rows: found } = await withClient(schema.adminUrl, (client) =>
    client.query<{ state: string }>('select state from posts.photo order by id'),
  );
  return found.map(({ state }) => state);
};
const nothing = async () => ({ keys: await keys(), rows: await rows() });

describe('the sweep', () => {
  it('leaves an upload for a day, then takes it away whole', async () => {
    await receive();
    clock.advance(23 * HOUR);
    expect([await parts.sweep.run(), (await keys()).length]).toEqual([0, 3]);
    clock.advance(2 * HOUR);
    expect(await parts.sweep.run()).toBe(1);
    expect(await nothing()).toEqual({ keys: [], rows: [] });
  });

  it('takes what was withdrawn at once, and what a post has taken never', async () => {
    const [{ photo: kept }, { photo: withdrawn }] = [await receive(), await receive()];
    await parts.use.keep([kept]);
    await withClient(schema.adminUrl, (client) =>
      client.query(`update posts.photo set state = 'attached', due_at = null, post_id = id where id = $1`, [kept.id]),
    );
    await parts.uploads.drop(withdrawn.id, anActor(), clock.now());
    clock.advance(100 * HOUR);
    expect(await parts.sweep.run()).toBe(1);
    expect({ keys: (await keys()).length, rows: await rows() }).toEqual({ keys: 3, rows: ['attached'] });
  });

  it('is done by any number of replicas, each photo by one of them', async () => {
    for (let count = 0; count < 6; count += 1) await receive();
    clock.advance(25 * HOUR);
    const swept = await Promise.all(Array.from({ length: 4 }, () => parts.sweep.run()));
    expect(swept.reduce((sum, count) => sum + count, 0)).toBe(6);
    expect(await nothing()).toEqual({ keys: [], rows: [] });
  });

  it('goes on where one was killed, once its lease is over', async () => {
    await receive();
    clock.advance(25 * HOUR);
    const now = clock.now();
    await parts.uploads.take({ now, until: new Date(now.getTime() + HOUR) }, 10, null);
    expect(await parts.sweep.run()).toBe(0);
    clock.advance(2 * HOUR);
    expect(await parts.sweep.run()).toBe(1);
    expect(await nothing()).toEqual({ keys: [], rows: [] });
  });

  it('clears quarantine of what nobody knows of', async () => {
    await parts.objects.put('quarantine/stray/upload', Buffer.from('x'), { contentType: 'image/jpeg' });
    clock.advance(47 * HOUR);
    await parts.sweep.run();
    expect(await keys()).toHaveLength(1);
    clock.advance(2 * HOUR);
    await parts.sweep.run();
    expect(await keys()).toEqual([]);
  });

  it('takes away what one person left, and waits for nothing else', async () => {
    const anna = anActor({ userId: crypto.randomUUID() });
    for (const by of [anna, anna, anActor()]) await receive(by);
    await parts.objects.put('quarantine/stray/upload', Buffer.from('x'), { contentType: 'image/jpeg' });
    clock.advance(49 * HOUR);
    expect(await parts.sweep.ofPerson(anna.userId)).toBe(2);
    expect({ keys: (await keys()).length, rows: (await rows()).length }).toEqual({ keys: 4, rows: 1 });
  });

  it.each(['received', 'cleaned', 'kept'])(
    'leaves nothing of an upload whose process was killed once it was %s',
    async (moment) => {
      const victim = startVictim(moment);
      await Promise.race([once(victim, 'message'), once(victim, 'exit')]);
      const gone = once(victim, 'exit');
      expect(victim.kill('SIGKILL')).toBe(true);
      await gone;
      expect((await keys()).length).toBeGreaterThan(0);
      clock.advance(25 * HOUR);
      expect(await parts.sweep.run()).toBe(1);
      expect(await nothing()).toEqual({ keys: [], rows: [] });
    },
  );
});

function startVictim(moment: string): ChildProcess {
  const runtime = new URL('../../../../tools/runtime/register.mjs', import.meta.url);
  return fork(fileURLToPath(new URL('upload-victim.ts', import.meta.url)), [schema.appUrl, root, moment], {
    execArgv: ['--import', runtime.href],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
