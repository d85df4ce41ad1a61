import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestSchema } from '@foundnow/postgres/testing';
import type { KeptReading } from '../../src/domain/analysis/seen-photo.ts';
import type { Redaction } from '../../src/domain/photo/region.ts';
import { PostgresPublicFolders } from '../../src/outbound/postgres/photos/postgres-public-folders.ts';
import { aKeptPost } from '../kept-post.builder.ts';
import { openPostgresPhotos, type PostgresPhotos } from '../postgres-photos.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const LATER = new Date('2026-03-01T13:00:00.000Z');

let schema: TestSchema;
let jobs: PostgresPhotos['jobs'];
let keep: PostgresPhotos['keep'];
beforeAll(async () => {
  ({ schema, jobs, keep } = await openPostgresPhotos(NOW));
});
afterAll(() => schema.drop());

/** How many photos were waiting, all of which are read now. */
async function readWhatWaits(kind: Redaction['kind'] = 'regions'): Promise<number> {
  const taken = await jobs.take(100, NOW, LATER);
  for (const job of taken) {
    const folder = crypto.randomUUID().replaceAll('-', '').padEnd(40, '0');
    await new PostgresPublicFolders(schema.database).open(folder, LATER);
    const reading = { readAs: job.category, redaction: { kind, regions: [] } } as unknown as KeptReading;
    await jobs.finish(job, { reading, sealedHints: null, sight: null, folder, forms: [] }, NOW);
  }
  return taken.length;
}

const sweepable = (at: Date) => new PostgresPublicFolders(schema.database).takeDue(at, LATER, 100);

describe('a post whose category is corrected', () => {
  it('shows at once no more of what was covered for a thing that it is not', async () => {
    const post = aKeptPost(2);
    await keep(post);
    expect(await readWhatWaits()).toBe(2);
    expect(await sweepable(NOW)).toEqual([]);
    await keep({ ...post, category: 'documents.passport', version: 2 });
    const due = await sweepable(NOW);
    expect(due).toHaveLength(2);
    expect(await readWhatWaits()).toBe(2);
    expect((await sweepable(LATER)).toSorted()).toEqual(due.toSorted());
  });

  it('shows no more either of what was read before', async () => {
    const post = aKeptPost(1);
    await keep(post);
    await readWhatWaits('none');
    await schema.database.transaction({ worker: 'photo-reader' }, (tx) =>
      tx.query(`update media_ai.photo set state = 'waiting', next_at = queued_at where post_id = $1`, [post.postId]),
    );
    await readWhatWaits('none');
    await sweepable(NOW);
    await keep({ ...post, category: 'documents.passport', version: 2 });
    expect(await sweepable(NOW)).toHaveLength(2);
    await readWhatWaits();
  });

  it.each([
    ['other.other', 'documents.passport'],
    ['other.other', 'wallets.purse'],
    ['documents.other', 'documents.passport'],
    ['documents.card', 'documents.id'],
    ['documents.ticket', 'documents.license'],
    ['wallets.purse', 'documents.id'],
  ])('is read again from %s to %s, of which more is to be covered', async (before, category) => {
    const post = aKeptPost(1, { category: before });
    await keep(post);
    expect(await readWhatWaits()).toBe(1);
    await keep({ ...post, category, version: 2 });
    expect(await readWhatWaits()).toBe(1);
  });

  it.each([
    ['documents.passport', 'documents.id'],
    ['wallets.purse', 'documents.card'],
    ['documents.card', 'other.other'],
    ['bags.tote', 'bags.suitcase'],
  ])('is left as it was read from %s to %s', async (before, category) => {
    const post = aKeptPost(1, { category: before });
    await keep(post);
    expect(await readWhatWaits()).toBe(1);
    await keep({ ...post, category, version: 2 });
    expect(await readWhatWaits()).toBe(0);
  });

  it('is read again where it is covered whole for what it is not, and shown as it was until then', async () => {
    const post = aKeptPost(1, { category: 'documents.id' });
    await keep(post);
    expect(await readWhatWaits('whole')).toBe(1);
    await sweepable(NOW);
    await keep({ ...post, category: 'bags.backpack', version: 2 });
    expect(await sweepable(NOW)).toEqual([]);
    expect(await readWhatWaits()).toBe(1);
  });

  it('takes a photo from whoever reads it as what it was', async () => {
    const post = aKeptPost(1);
    await keep(post);
    const [job] = await jobs.take(1, NOW, LATER);
    await keep({ ...post, category: 'documents.passport', version: 2 });
    expect(job && (await jobs.extend(job, LATER))).toBe(false);
    const [again] = await jobs.take(1, NOW, LATER);
    expect(again).toMatchObject({ photoId: job?.photoId, category: 'documents.passport' });
  });
});
