import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { InMemoryPosts } from '../../../test/fakes/in-memory-posts.ts';
import { aReference, aReport, anActor, anIdentity, NOON } from '../../../test/post.builder.ts';
import { DEFAULT_HOUSE_RULES } from '../../domain/post/house-rules.ts';
import type { ItemReport } from '../../domain/post/item-report.ts';
import { DraftPost, type ReportRequest } from './draft-post.ts';
import { ReportItem } from './report-item.ts';

function useCase(...references: string[]) {
  const posts = new InMemoryPosts();
  const sealed: string[] = [];
  const draftPost = new DraftPost(
    { run: async () => DEFAULT_HOUSE_RULES },
    {
      screen: (text) => ({ text: text.replace('555-0100', '[phone]'), masked: text.includes('555') ? ['phone'] : [] }),
    },
    {
      seal: async (id, { proof = [] }) => {
        sealed.push(id);
        return { proofQuestions: proof.map(({ question }) => question), sealedProof: 'sealed' };
      },
    },
    { next: () => anIdentity({ reference: references.shift() ?? null }), publicPlaceOf: (place) => place },
    new FakeClock(NOON),
  );
  const uploads = { find: async () => [], findEach: async () => [], keep: async () => undefined };
  return { posts, sealed, reportItem: new ReportItem(posts, posts, draftPost, uploads, posts) };
}

function aRequest(report: Partial<ItemReport> = {}, different: Partial<ReportRequest> = {}): ReportRequest {
  return { report: aReport(report), photoUploadIds: [], identifiers: [], proof: [], ...different };
}

describe('reporting an item', () => {
  it('keeps the post, tells of it, and shows it to its author exactly', async () => {
    const { posts, reportItem } = useCase();
    const { post, replayed } = await reportItem.run(aRequest(), anActor());
    expect({ exact: post.exact, replayed, told: posts.told.length }).toEqual({ exact: true, replayed: false, told: 1 });
  });

  it('masks what others must not read, and says where', async () => {
    const { reportItem } = useCase();
    const request = aRequest(
      { title: 'Call 555-0100', attributes: { ...aReport().attributes, color: ['blue', '555-0100'] } },
      { proof: [{ question: 'Is 555-0100 on it?', answer: '555-0100' }] },
    );
    const { post, warnings } = await reportItem.run(request, anActor());
    expect(post).toMatchObject({ title: 'Call [phone]', attributes: { color: ['blue', '[phone]'] } });
    expect(post.inner?.proofQuestions).toEqual(['Is [phone] on it?']);
    expect(warnings.map(({ path }) => path)).toEqual(['title', 'attributes.color.1', 'proof.0.question']);
  });

  it('seals nothing of a report that is refused, and names what is wrong with its secrets and the rest at once', async () => {
    const { sealed, reportItem } = useCase();
    const request = aRequest({ radiusMeters: 1 }, { identifiers: [{ type: 'imei', value: '123' }] });
    await expect(reportItem.run(request, anActor())).rejects.toMatchObject({
      fields: [{ path: 'radiusMeters' }, { path: 'identifiers.0.value' }],
    });
    const alone = aRequest({ radiusMeters: 1 }, { proof: [{ question: 'q', answer: 'a' }] });
    await expect(reportItem.run(alone, anActor())).rejects.toMatchObject({ code: 'post.invalid' });
    expect(sealed).toEqual([]);
  });

  it('draws another reference when the first is taken', async () => {
    const [taken, free] = [aReference(1), aReference(2)];
    const { reportItem } = useCase(taken, taken, free);
    await reportItem.run(aRequest({ kind: 'found' }), anActor());
    const second = await reportItem.run(aRequest({ kind: 'found' }), anActor());
    expect(second.post.reference).toBe(free);
  });

  it('gives up after three draws rather than for ever', async () => {
    const taken = aReference(1);
    const { reportItem } = useCase(taken, taken, taken, taken);
    await reportItem.run(aRequest({ kind: 'found' }), anActor());
    await expect(reportItem.run(aRequest({ kind: 'found' }), anActor())).rejects.toThrow();
  });
});
