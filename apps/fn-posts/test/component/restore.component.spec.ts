import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { backUp } from '../backup.ts';
import { type ContactPlay, contactPlay, GIVEN } from '../contact-play.ts';
import { columnsWith } from '../every-column.ts';
import { fnPostsCommand } from '../fn-posts-command.ts';
import { fnPosts } from '../../src/service.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const PLANTED = 'numbat';
const DATA = ['post', 'post_version', 'photo', 'contact_exchange', 'verified_claim', 'idempotency', 'consent'];
const KEYS = ['person_data_keys', 'single_use_tokens'];
const NAMED = ['audit_entries.actor', 'audit_entries.subject', 'erasure.person_id', 'person_data_keys.person_id'];

let posts: PostsUnderTest;
let play: ContactPlay;
let dir: string;
beforeAll(async () => {
  posts = await startPosts();
  play = await contactPlay(posts);
  dir = await mkdtemp(join(tmpdir(), 'fn-ledger-'));
});
afterAll(async () => {
  await posts.stop();
  await rm(dir, { recursive: true });
});

const fn = (...args: string[]) => fnPostsCommand(posts.env, args);
const leftOf = async (userId: string) =>
  (await columnsWith(posts.database.adminUrl, [PLANTED, userId])).filter(
    (column) => !NAMED.includes(column) && !column.startsWith('outbox.'),
  );
const keyOf = async (userId: string) =>
  withClient(posts.database.adminUrl, async (client) => {
    const { rows } = await client.query('select wrapped_key from posts.person_data_keys where person_id = $1', [
      userId,
    ]);
    return rows as unknown[];
  });

/** Somebody with a post and contact data that she gave. */
async function somebody() {
  const me = await play.somebody();
  const post = await play.report({ title: PLANTED }, me.token);
  const asked = (await play.ask(post.id, (await play.somebody()).token)).body;
  await play.act(asked.id, 'approve', me.token, GIVEN);
  return { ...me, postId: post.id };
}

async function erasedAfter(tables: readonly string[]) {
  const me = await somebody();
  const backup = await backUp(posts.database.adminUrl, tables);
  expect((await call(posts, 'DELETE /privacy/me', { as: me.token })).status).toBe(202);
  expect(await leftOf(me.userId)).toEqual([]);
  return { ...me, restore: () => backup.restore() };
}

/** So that no worker looks for her any more. */
const monthsPass = () =>
  withClient(posts.database.adminUrl, (client) =>
    client.query(`update posts.erasure set requested_at = requested_at - interval '90 days'`),
  );

describe('a backup that is restored', () => {
  it('is forgotten again before the service answers, by the ledger that was kept', async () => {
    const me = await erasedAfter([...DATA, ...KEYS]);
    await monthsPass();
    await me.restore();
    expect(await leftOf(me.userId)).toContain('post.title');
    expect(await keyOf(me.userId)).toMatchObject([{ wrapped_key: expect.any(Buffer) }]);
    const restarted = await fnPosts.start({ ...posts.env, PORT: '0' });
    try {
      expect(await leftOf(me.userId)).toEqual([]);
      expect(await keyOf(me.userId)).toEqual([{ wrapped_key: null }]);
      expect((await fetch(`${restarted.url}/api/v1/posts/${me.postId}`)).status).toBe(404);
    } finally {
      await restarted.stop();
    }
  });

  it('is forgotten again from what an operator kept apart, where the ledger is as old as the rest', async () => {
    const me = await erasedAfter([...DATA, ...KEYS, 'erasure']);
    const { printed } = await fn('erasures', '--json', '--since', '2020-01-01');
    const kept = printed.filter((line) => line.includes(me.userId));
    expect(JSON.parse(kept.join(''))).toMatchObject({ personId: me.userId, source: 'person', counts: { posts: 1 } });
    await me.restore();
    expect((await fn('erasures', '--json')).printed.join('\n')).not.toContain(me.userId);
    const file = join(dir, 'erasures.jsonl');
    await writeFile(file, `${printed.join('\n')}\n\n`);
    const { printed: said, code } = await fn('erase', '--from', file, '--json');
    expect(JSON.parse(said.join(''))).toEqual({ erased: printed.length, open: 0 });
    expect(code).toBe(0);
    expect(await leftOf(me.userId)).toEqual([]);
    expect(await keyOf(me.userId)).toEqual([{ wrapped_key: null }]);
    const again = (await fn('erasures', '--json')).printed.find((line) => line.includes(me.userId));
    const { requestedAt } = JSON.parse(kept.join('')) as { requestedAt: string };
    expect(JSON.parse(again ?? '{}')).toMatchObject({ requestedAt, source: 'person' });
  });
});

describe('fn posts erase', () => {
  it.each([
    ['no JSON', `{"personId": "${PLANTED}`],
    ['no person', '{"userId":"0198c0de-0000-7000-8000-00000000000a"}'],
    ['no id', `{"personId":"${PLANTED}"}`],
  ])('says which line is %s, and not what stands there', async (_, line) => {
    const file = join(dir, 'wrong.jsonl');
    await writeFile(file, `\n${line}\n`);
    const refused = await fn('erase', '--from', file).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'erasures.line', detail: expect.stringMatching(/^Line 2 /) });
    expect(String(refused)).not.toContain(PLANTED);
  });

  it('takes an id however it is written, and forgets the same person', async () => {
    const me = await somebody();
    const file = join(dir, 'capitals.jsonl');
    await writeFile(file, `${JSON.stringify({ personId: me.userId.toUpperCase() })}\n`);
    const { printed } = await fn('erase', '--from', file, '--json');
    expect(JSON.parse(printed.join(''))).toEqual({ erased: 1, open: 0 });
    expect(await leftOf(me.userId)).toEqual([]);
    expect(await keyOf(me.userId)).toEqual([{ wrapped_key: null }]);
    expect(await keyOf(me.userId.toUpperCase())).toEqual([]);
  });

  it('that is interrupted has not done its work, also where nothing was left of those whom it came to', async () => {
    const { userId, token } = await play.somebody();
    await call(posts, 'DELETE /privacy/me', { as: token });
    const file = join(dir, 'two.jsonl');
    await writeFile(
      file,
      [userId, crypto.randomUUID()].map((personId) => `${JSON.stringify({ personId })}\n`).join(''),
    );
    const { printed, code } = await fnPostsCommand(posts.env, ['erase', '--from', file, '--json'], AbortSignal.abort());
    expect(JSON.parse(printed.join(''))).toEqual({ erased: 1, open: 0 });
    expect(code).toBe(1);
  });

  it('says that there is no such file', async () => {
    const refused = fn('erase', '--from', join(dir, 'nowhere.jsonl'));
    await expect(refused).rejects.toMatchObject({ code: 'erasures.file', detail: expect.stringContaining('--from') });
  });

  it('lists what was asked for in the hour before as well: it may have been noted only after the last list', async () => {
    const { userId, token } = await play.somebody();
    await call(posts, 'DELETE /privacy/me', { as: token });
    const listedSince = async (hours: number) => {
      const since = new Date(Date.now() + hours * 3_600_000).toISOString();
      return (await fn('erasures', '--json', '--since', since)).printed.join('\n');
    };
    expect(await listedSince(0.9)).toContain(userId);
    expect(await listedSince(1.1)).not.toContain(userId);
  });

  it('lists for people, and only what is open or newer where that is asked for', async () => {
    const { userId, token } = await play.somebody();
    await call(posts, 'DELETE /privacy/me', { as: token });
    expect((await fn('erasures')).printed.join('\n')).toContain(userId);
    expect((await fn('erasures', '--open')).printed).toEqual([]);
    expect((await fn('erasures', '--since', '2999-01-01')).printed).toEqual([]);
    await expect(fn('erasures', '--since', 'yesterday')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });
});
