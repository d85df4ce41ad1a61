import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { InMemoryPosts } from '../../../test/fakes/in-memory-posts.ts';
import { aReference, aReport, anActor, anIdentity, NOON } from '../../../test/post.builder.ts';
import { ReportItem } from './report-item.ts';

function useCase(...references: string[]) {
  const posts = new InMemoryPosts();
  const identities = { next: () => anIdentity({ reference: references.shift() ?? null }) };
  return { posts, reportItem: new ReportItem(posts, posts, identities, new FakeClock(NOON)) };
}

describe('reporting an item', () => {
  it('keeps the post, tells of it, and shows it to its author exactly', async () => {
    const { posts, reportItem } = useCase();
    const { post, replayed } = await reportItem.run(aReport(), anActor());
    expect({ exact: post.exact, replayed, told: posts.told.length }).toEqual({ exact: true, replayed: false, told: 1 });
  });

  it('draws another reference when the first is taken', async () => {
    const [taken, free] = [aReference(1), aReference(2)];
    const { reportItem } = useCase(taken, taken, free);
    await reportItem.run(aReport({ kind: 'found' }), anActor());
    const second = await reportItem.run(aReport({ kind: 'found' }), anActor());
    expect(second.post.reference).toBe(free);
  });

  it('gives up after three draws rather than for ever', async () => {
    const taken = aReference(1);
    const { reportItem } = useCase(taken, taken, taken, taken);
    await reportItem.run(aReport({ kind: 'found' }), anActor());
    await expect(reportItem.run(aReport({ kind: 'found' }), anActor())).rejects.toThrow();
  });
});
