import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestSchema } from '@foundnow/postgres/testing';
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
async function readWhatWaits(): Promise<number> {
  const taken = await jobs.take(100, NOW, LATER);
  for (const job of taken) {
    const folder = crypto.randomUUID().replaceAll('-', '').padEnd(40, '0');
    await new PostgresPublicFolders(schema.database).open(folder, LATER);
    const result = { reading: {} as never, sealedHints: null, sight: null, folder, forms: [] };
    await jobs.finish(job, result, NOW);
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
    ['documents.id', 'documents.card'],
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
});
