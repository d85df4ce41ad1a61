import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestSchema } from '@foundnow/postgres/testing';
import { sequenceId } from '@foundnow/testing';
import type { KeptReading } from '../../src/domain/analysis/seen-photo.ts';
import { PostgresPublicFolders } from '../../src/outbound/postgres/photos/postgres-public-folders.ts';
import { aKeptPost } from '../kept-post.builder.ts';
import { openPostgresPhotos, type PostgresPhotos } from '../postgres-photos.ts';
import { aFinding } from '../vision-question.builder.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

describe('photos that wait to be read', () => {
  let schema: TestSchema;
  let jobs: PostgresPhotos['jobs'];
  let posts: PostgresPhotos['posts'];
  let keep: PostgresPhotos['keep'];
  beforeAll(async () => {
    ({ schema, jobs, posts, keep } = await openPostgresPhotos(NOW));
  });
  afterAll(() => schema.drop());

  const asReader = (sql: string, values: readonly unknown[]) =>
    schema.database.transaction({ worker: 'photo-reader' }, (tx) => tx.query(sql, values));
  const result = async (folder: string) => {
    await new PostgresPublicFolders(schema.database).open(folder, after(3_600));
    const reading = { readAs: 'other.other', redaction: { kind: 'none', regions: [] } } as unknown as KeptReading;
    return { reading, sealedHints: null, sight: null, folder, forms: [] };
  };

  it('are each with one of those who take at once, and come back when nothing is heard of them', async () => {
    await keep(aKeptPost(10));
    expect(await jobs.backlog(after(5))).toEqual({ waiting: 10, oldestSeconds: 5 });
    const taken = await Promise.all(Array.from({ length: 5 }, () => jobs.take(3, NOW, after(60))));
    expect(new Set(taken.flat().map(({ photoId }) => photoId)).size).toBe(taken.flat().length);
    const rest = await jobs.take(10, NOW, after(60));
    expect(taken.flat().length + rest.length).toBe(10);
    expect(await jobs.take(10, after(59), after(120))).toEqual([]);
    const [held] = rest.length > 0 ? rest : taken.flat();
    if (held === undefined) throw new Error('There are ten');
    expect(await jobs.extend(held, after(90))).toBe(true);

    const again = await jobs.take(20, after(60), after(180));
    expect(again).toHaveLength(9);
    expect(again.every(({ attempt }) => attempt === 2)).toBe(true);
    const former = [...taken.flat(), ...rest].filter(({ photoId }) => photoId !== held.photoId);
    for (const job of former) expect(await jobs.extend(job, after(500))).toBe(false);
    for (const job of former) expect(await jobs.finish(job, await result(job.lease), after(61))).toBe(false);
    for (const [at, job] of [...again, held].entries()) {
      expect(await jobs.finish(job, await result(String(at).padStart(40, '0')), after(62))).toBe(true);
      expect(await jobs.finish(job, await result(`1${String(at).padStart(39, '0')}`), after(62))).toBe(false);
    }
    expect(await jobs.backlog(after(63))).toEqual({ waiting: 0, oldestSeconds: 0 });
  });

  it('lose no attempt when they are put back for a reason that is not theirs', async () => {
    await keep(aKeptPost(1));
    const take = async (at: number) => (await jobs.take(1, after(at), after(at + 60)))[0];
    const first = await take(1_000);
    if (first === undefined) throw new Error('There is one');
    await jobs.putBack(first, after(1_010), false);
    expect(await take(1_009)).toBeUndefined();
    const second = await take(1_010);
    expect(second?.attempt).toBe(1);
    if (second) await jobs.putBack(second, after(1_020), true);
    expect((await take(1_020))?.attempt).toBe(2);
  });

  it.each([
    ['in an hour, for addresses that were handed out', { seconds: 3_600 }],
    ['at once, when somebody has to look at it first', { sensitive: true, seconds: 0 }],
    ['at once, when something is covered that could be seen', { covered: 'whole', seconds: 0 }],
  ] as const)('lose the forms of an earlier reading %s', async (name, { seconds, ...then }) => {
    const { sensitive, covered } = { sensitive: false, covered: 'none', ...then };
    const by = { provider: 'claude', model: 'model-1', promptVersion: 'p1', milliseconds: 9 };
    const sight = { ...by, finding: aFinding({ sensitive }) };
    const { postId } = aKeptPost(1);
    await keep(aKeptPost(1, { postId }));
    const read = async (folder: string, kind: string) => {
      const taken = await jobs.take(100, after(2_000), after(3_000));
      const job = taken.find((each) => each.postId === postId);
      if (job === undefined) throw new Error('There is one');
      const { reading, ...rest } = await result(folder);
      const covering = { ...reading, redaction: { kind, regions: [] } } as KeptReading;
      await jobs.finish(job, { ...rest, reading: covering, sight }, after(2_000));
    };
    await read(`before ${name}`, 'none');
    await asReader(`update media_ai.photo set state = 'waiting', next_at = $2 where post_id = $1`, [postId, NOW]);
    await read(`now ${name}`, covered);
    const due = await asReader('select due_at from media_ai.public_folder where post_id = $1 order by folder', [
      postId,
    ]);
    expect(due).toEqual([{ due_at: after(2_000 + seconds) }, { due_at: null }]);
  });

  it('lose the forms of an earlier reading at once, when a later one failed and nobody knows what was covered', async () => {
    const { postId } = aKeptPost(1);
    await keep(aKeptPost(1, { postId }));
    const again = async () => {
      await asReader(`update media_ai.photo set state = 'waiting', next_at = $2 where post_id = $1`, [postId, NOW]);
      const job = (await jobs.take(100, after(2_000), after(3_000))).find((each) => each.postId === postId);
      if (job === undefined) throw new Error('There is one');
      return job;
    };
    await jobs.finish(await again(), await result('first'), after(2_000));
    const failure = { stage: 'decode', reason: 'timeout', attempts: 3, permanent: false } as const;
    await jobs.giveUp(await again(), failure, after(2_000));
    await jobs.finish(await again(), await result('third'), after(2_000));
    const due = await asReader('select due_at from media_ai.public_folder where post_id = $1 order by folder', [
      postId,
    ]);
    expect(due).toEqual([{ due_at: after(2_000) }, { due_at: null }]);
  });

  it('leave nothing that may be seen when they are finished after they are gone', async () => {
    const post = aKeptPost(1);
    await keep(post);
    const [job] = await jobs.take(1, after(2_000), after(3_000));
    if (job === undefined) throw new Error('There is one');
    const delivery = { group: 'fn-media-ai', generation: 0, eventId: sequenceId(5_000) };
    await posts.remove({ postId: post.postId, version: 2 }, delivery, after(2_001));
    const folder = sequenceId(5_001);
    expect(await jobs.finish(job, await result(folder), after(2_002))).toBe(false);
    const due = await asReader('select due_at from media_ai.public_folder where folder = $1', [folder]);
    expect(due).toEqual([{ due_at: after(2_002) }]);
  });

  it('are taken again when they were taken in the moment in which their post became about something else', async () => {
    const { postId } = aKeptPost(1);
    await keep(aKeptPost(1, { postId }));
    const take = async (at: number) =>
      (await jobs.take(100, after(at), after(3_000))).find((each) => each.postId === postId);
    const job = await take(2_000);
    if (job === undefined) throw new Error('There is one');
    await asReader(`update media_ai.post set category = 'documents.passport' where post_id = $1`, [postId]);
    const folder = sequenceId(6_000);
    expect(await jobs.finish(job, await result(folder), after(2_001))).toBe(false);
    const due = await asReader('select due_at from media_ai.public_folder where folder = $1', [folder]);
    expect(due).toEqual([{ due_at: after(2_001) }]);
    expect(await take(2_001)).toMatchObject({ attempt: 1, category: 'documents.passport' });
  });
});
