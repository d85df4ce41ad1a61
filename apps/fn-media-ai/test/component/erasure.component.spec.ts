import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { eventMessage } from '@foundnow/messaging';
import { withClient } from '@foundnow/postgres';
import { eventually, sequenceId } from '@foundnow/testing';
import sharp from 'sharp';
import { fnMediaAi } from '../../src/service.ts';
import { PATIENCE, PostPlay } from '../post-play.ts';
import { startMediaAi, type MediaAiUnderTest } from '../start-media-ai.ts';

const LONG = 120_000;
let service: MediaAiUnderTest;
beforeAll(async () => void (service = await startMediaAi({ MEDIA_AI_OCR: 'false' })));
afterAll(() => service.stop());

const photo = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#1b2a49' } })
    .jpeg()
    .toBuffer();

/** Every column of every table in which this id stands, but the ledgers that must know it. */
const tracesOf = (id: string) =>
  withClient(service.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'media_ai'
        and table_name not in ('erasure', 'audit_entries', 'outbox') order by table_name`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const text = `select 1 from media_ai.${name} as each where each::text like '%' || $1 || '%'`;
      if ((await client.query(text, [id])).rows.length > 0) found.push(name);
    }
    return found;
  });

const erase = (userId: string) =>
  service.bus.publish([eventMessage('user.erased', { ...goldenExample('user.erased'), userId }, '/foundnow/spec')]);

describe('an erasure', () => {
  it(
    'leaves of a person nothing, of her organization what she took in, and lets nothing come back',
    async () => {
      const authorId = crypto.randomUUID();
      const own = new PostPlay(service, { authorId });
      const taken = new PostPlay(service, { authorId, orgId: sequenceId(4) });
      const created = own.message('post.created', [await own.store(await photo())]);
      await service.bus.publish([created]);
      await taken.tell('post.created', [await taken.store(await photo())]);
      const [[enhanced]] = await Promise.all([own.enhanced(), taken.enhanced()]);
      const keys = (enhanced?.photos ?? []).flatMap(({ publicVariants }) =>
        publicVariants.map((form) => form.objectKey),
      );
      expect(await tracesOf(authorId)).toEqual(['analysis', 'photo', 'post']);

      await erase(authorId);
      await eventually(async () => expect(await tracesOf(authorId)).toEqual([]), PATIENCE);
      await eventually(async () => {
        for (const key of keys) expect(await service.objects.stat(key)).toBeUndefined();
      }, PATIENCE);
      expect(await tracesOf(taken.id)).toEqual(['analysis', 'photo', 'post', 'public_folder']);
      await eventually(async () => expect(await tracesOf(own.id)).toEqual(['post']), PATIENCE);

      const replay = await fnMediaAi.replay(service.env, new AbortController().signal);
      expect(replay).toMatchObject({ deadLettered: 0 });
      const late = new PostPlay(service, { authorId });
      await late.tell('post.created', [await late.store(await photo())]);
      await taken.tell('post.photo_added', [await taken.store(await photo())]);
      const [, again] = await taken.enhanced(2);
      expect(again).toMatchObject({ authorId: null });
      expect(await tracesOf(authorId)).toEqual([]);
      expect(await tracesOf(late.id)).not.toContain('photo');
    },
    LONG,
  );

  it(
    'is done again before the first request when a backup brought somebody back',
    async () => {
      const authorId = crypto.randomUUID();
      const post = new PostPlay(service, { authorId, orgId: sequenceId(4) });
      await post.tell('post.created', [await post.store(await photo())]);
      await post.enhanced();
      await erase(authorId);
      await eventually(async () => expect(await tracesOf(authorId)).toEqual([]), PATIENCE);
      await withClient(service.database.adminUrl, async (client) => {
        for (const table of ['photo', 'analysis']) {
          await client.query(`update media_ai.${table} set author_id = $1 where post_id = $2`, [authorId, post.id]);
        }
      });
      const restarted = await fnMediaAi.start(service.env);
      const left = await tracesOf(authorId);
      await restarted.stop();
      expect(left).toEqual([]);
    },
    LONG,
  );
});
