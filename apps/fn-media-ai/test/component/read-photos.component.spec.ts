import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import sharp from 'sharp';
import { fnMediaAi } from '../../src/service.ts';
import { MAKERS } from '../rendered/cards.ts';
import { chance } from '../rendered/chance.ts';
import { label } from '../rendered/labels.ts';
import { photograph } from '../rendered/photograph.ts';
import { PATIENCE, PostPlay } from '../post-play.ts';
import { startMediaAi, type MediaAiUnderTest } from '../start-media-ai.ts';

const PLACE = { topic: 'media-ai.events', field: 'sealedHints' };
const LONG = 120_000;

let service: MediaAiUnderTest;
beforeAll(async () => void (service = await startMediaAi()));
afterAll(() => service.stop());

describe('a post with two photos', () => {
  const passport = MAKERS['passport']?.(chance(7));
  const item = label(chance(3));

  it(
    'is enhanced end to end without a key, and no personal text is anywhere but in its sealed hints',
    async () => {
      if (passport === undefined) throw new Error('There are passports');
      const author = await service.tokenFor('user');
      const post = new PostPlay(service, { authorId: personOf(author) });
      const photos = await Promise.all(
        [passport.drawing, item.drawing].map(async (drawing) => post.store(await photograph(drawing))),
      );
      await post.tell('post.created', photos);
      const [enhanced] = await post.enhanced();
      if (enhanced === undefined) throw new Error('It was published');
      expect(enhanced).toMatchObject({ degraded: true, postVersion: 1, photosVersion: 1, failedPhotoIds: [] });
      expect(enhanced.photos.map(({ photoId }) => photoId)).toEqual(photos.map(({ photoId }) => photoId));
      expect(enhanced.photos[0]?.redaction).toBe('whole');
      for (const { objectKey } of enhanced.photos.flatMap(({ publicVariants }) => publicVariants)) {
        expect(objectKey).toMatch(/^public\/[0-9a-f]{40}\/(?:1280|320)\.jpg$/);
        expect(await service.objects.stat(objectKey)).toMatchObject({ contentType: 'image/jpeg' });
      }

      const subject = post.id;
      const sealed = (await service.opener.open(enhanced.sealedHints ?? '', { ...PLACE, subject })) as {
        photoId: string;
        hints: string;
      }[];
      const hints = await Promise.all(
        sealed.map(async ({ hints: each }) => service.opener.open(each, { ...PLACE, subject })),
      );
      const values = (hints.flat() as { kind: string; value: string }[]).map(({ value }) => value);
      expect(values).toContain(item.imei);
      expect(passport.secrets.some((secret) => values.some((value) => value.includes(secret)))).toBe(true);

      const secrets = [...new Set([...values, ...passport.secrets, item.imei, item.serial])].filter(
        (secret) => secret.length >= 4,
      );
      const events = JSON.stringify((await readEvents(service.bus, 'post.enhanced')).map(({ payload }) => payload));
      const rows = await everything(service);
      const log = await readFile(service.env.LOG_FILE ?? '', 'utf8');
      const metrics = await (await fetch(`${service.origin}/metrics`)).text();
      const asked = [`analyses/${post.id}`, ...photos.map(({ photoId }) => `photos/${photoId}/analysis`)];
      const headers = { authorization: `Bearer ${author}` };
      const answers = (
        await Promise.all(asked.map(async (path) => (await fetch(`${service.api}/${path}`, { headers })).text()))
      ).join();
      expect(answers).toContain('"redaction":"whole"');
      for (const secret of secrets) {
        for (const [where, text] of Object.entries({ events, rows, log, metrics, answers })) {
          expect({ where, secret, leaked: text.includes(secret) }).toEqual({ where, secret, leaked: false });
        }
      }
      expect(metrics).toMatch(/^photo_jobs_waiting \d/m);
      expect(metrics).toContain('photo_stage_duration_seconds_count{stage="text"} 2');
    },
    LONG,
  );

  it(
    'is read once, however often it is told of, also in a replay',
    async () => {
      const post = new PostPlay(service);
      const photo = await post.store(await plain('#204060'));
      const message = post.message('post.created', [photo]);
      await service.bus.publish([message, message]);
      await post.enhanced();
      const replay = await fnMediaAi.replay(service.env, new AbortController().signal);
      expect(replay).toMatchObject({ deadLettered: 0, complete: true });
      await service.bus.publish([message]);
      const other = new PostPlay(service);
      await other.tell('post.created', [await other.store(await plain('#806040'))]);
      await other.enhanced();
      expect(await post.enhanced()).toHaveLength(1);
    },
    LONG,
  );
});

describe('a photo whose writing was not read', () => {
  it(
    'is read anew for whoever asks, once',
    async () => {
      const post = new PostPlay(service);
      await post.tell('post.created', [await post.store(await plain('#306090'))]);
      await post.enhanced();
      const as = await service.tokenFor('admin');
      const rerun = async () => (await call(service, `POST /analyses/${post.id}/rerun`, { as })).status;
      expect(await rerun()).toBe(409);
      const broke = `update media_ai.photo set reading = jsonb_set(reading, '{stages}', '[]') where post_id = $1`;
      await withClient(service.database.adminUrl, (client) => client.query(broke, [post.id]));
      expect(await rerun()).toBe(204);
      await post.enhanced(2);
      expect(await rerun()).toBe(409);
    },
    LONG,
  );
});

describe('photos that come and go', () => {
  it(
    'are read as they come; of those that went nothing stays, and what was said of them is taken back',
    async () => {
      const post = new PostPlay(service);
      const one = await post.store(await plain('#c02020'));
      const two = await post.store(await plain('#20c020'));
      await post.tell('post.created', [one]);
      await post.enhanced(1);
      await post.tell('post.photo_added', [one, two]);
      const [, second] = await post.enhanced(2);
      await post.tell('post.photo_removed', [two]);
      const [first, , third] = await post.enhanced(3);
      expect(second?.photos).toHaveLength(2);
      expect(second?.photos[0]?.publicVariants).toEqual(first?.photos[0]?.publicVariants);
      expect(third).toMatchObject({ supersedesAnalysisId: second?.analysisId, photosVersion: 3 });
      expect(third?.photos.map(({ photoId }) => photoId)).toEqual([two.photoId]);
      await post.tell('post.photo_removed', []);
      const [, , , last] = await post.enhanced(4);
      expect(last).toMatchObject({ photos: [], level: 'none', supersedesAnalysisId: third?.analysisId });
    },
    LONG,
  );

  it(
    'leave no file behind when the post is deleted, and stay away when an old event comes late',
    async () => {
      const post = new PostPlay(service);
      const created = post.message('post.created', [await post.store(await plain('#123456'))]);
      await service.bus.publish([created]);
      const [enhanced] = await post.enhanced();
      const keys = (enhanced?.photos ?? []).flatMap(({ publicVariants }) =>
        publicVariants.map((form) => form.objectKey),
      );
      expect(keys).toHaveLength(2);
      await post.delete();
      await eventually(async () => {
        for (const key of keys) expect(await service.objects.stat(key)).toBeUndefined();
      }, PATIENCE);
      expect(await everything(service)).not.toContain(enhanced?.analysisId);
    },
    LONG,
  );

  it(
    'are not told of where there never were any',
    async () => {
      const [without, other] = [new PostPlay(service), new PostPlay(service)];
      await without.tell('post.created', []);
      await other.tell('post.created', [await other.store(await plain('#00a0a0'))]);
      await other.enhanced();
      const told = (await readEvents(service.bus, 'post.enhanced')).map(({ payload }) => payload.postId);
      expect(told).not.toContain(without.id);
    },
    LONG,
  );
});

describe('a photo that cannot be read', () => {
  it(
    'is told of at once when it is none, or after three attempts when it is not there, and the rest goes on',
    async () => {
      const post = new PostPlay(service, { orgId: null });
      const good = await post.store(await plain('#7040a0'));
      const poison = await post.store(Buffer.from('this was never a photo'));
      const missing = { ...good, photoId: crypto.randomUUID(), objectKey: `private/${'a'.repeat(40)}/original.jpg` };
      await post.tell('post.created', [poison, good, missing]);
      const [enhanced] = await post.enhanced();
      expect(enhanced?.photos.map(({ photoId }) => photoId)).toEqual([good.photoId]);
      expect(enhanced?.failedPhotoIds).toEqual([poison.photoId, missing.photoId]);
      const failed = await post.published('photo.failed', 2);
      expect(failed.find(({ photoId }) => photoId === poison.photoId)).toMatchObject({
        stage: 'decode',
        reason: 'unreadable',
        attempts: 1,
        permanent: true,
      });
      expect(failed.find(({ photoId }) => photoId === missing.photoId)).toMatchObject({
        stage: 'fetch',
        reason: 'missing',
        attempts: 3,
        permanent: false,
      });
    },
    LONG,
  );
});

function personOf(token: string): string {
  return (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;
}

function plain(background: string): Promise<Buffer> {
  return sharp({ create: { width: 320, height: 240, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** All rows of the service in clear, as an operator sees them. */
async function everything({ database }: MediaAiUnderTest): Promise<string> {
  return withClient(database.adminUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'media_ai'`,
    );
    const all: unknown[] = [];
    for (const { name } of tables.rows) all.push((await client.query(`select * from media_ai.${name}`)).rows);
    return JSON.stringify(all);
  });
}
