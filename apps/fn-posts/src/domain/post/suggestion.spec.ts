import { describe, expect, it } from '@jest/globals';
import { aPost, anActor, anAnalysis, NOON, taking } from '../../../test/post.builder.ts';
import type { ItemReport } from './item-report.ts';
import type { Analysis } from './analysis.ts';

const author = anActor();
const refusal = (code: string) => expect.objectContaining({ code });

function analysed(analysis: Partial<Analysis> = {}, report: Partial<ItemReport> = {}) {
  const { post } = aPost(report);
  const events = post.takeAnalysis(anAnalysis(analysis), NOON);
  return { post, events };
}

describe('a suggestion', () => {
  it.each(['review', 'suggest'] as const)('of level %s waits for the author', (level) => {
    const { post, events } = analysed({ level });
    expect(events).toEqual([]);
    expect(post.state).toMatchObject({ version: 1, category: 'bags.backpack', suggestion: { status: 'pending' } });
  });

  it('of level none is none', () => {
    const { post } = analysed({ level: 'none' });
    expect(() => post.acceptSuggestion(taking(), author, NOON)).toThrow(refusal('post.no_suggestion'));
  });

  it('of level auto fills in what the author left open, in one version, and never what she wrote', () => {
    const { post, events } = analysed({ level: 'auto' }, { category: 'bags.other' });
    expect(events).toMatchObject([
      { type: 'edited', reason: 'suggestion_accepted', by: null, changed: ['category', 'tags'] },
    ]);
    expect(post.state).toMatchObject({
      description: 'Left on the bench at platform 7.',
      category: 'bags.suitcase',
      tags: ['suitcase', 'blue'],
      suggestion: { status: 'pending' },
    });
  });

  it('that was accepted stands in the post, and nothing of it when it was undone', () => {
    const { post } = analysed({}, { tags: ['blue'] });
    const before = post.state;
    const accepted = post.acceptSuggestion(taking(), author, NOON);
    expect(accepted).toMatchObject([{ reason: 'suggestion_accepted', changed: ['description', 'category', 'tags'] }]);
    expect(post.state.tags).toEqual(['blue', 'suitcase']);
    expect(post.undoSuggestion(author, NOON)).toMatchObject([{ reason: 'suggestion_undone', post: { version: 3 } }]);
    const { category, description, tags } = before;
    expect(post.state).toMatchObject({ category, description, tags });
    expect(() => post.undoSuggestion(author, NOON)).toThrow(refusal('post.no_suggestion'));
  });

  it('leaves what the author wrote since, when it is undone', () => {
    const { post } = analysed();
    post.acceptSuggestion(taking(), author, NOON);
    post.edit(
      { description: 'My own words.', tags: ['suitcase', 'blue', 'mine'] },
      () => ({ lat: 0, lng: 0 }),
      author,
      NOON,
    );
    post.undoSuggestion(author, NOON);
    expect(post.state).toMatchObject({ description: 'My own words.', category: 'bags.backpack', tags: ['mine'] });
  });

  it('that waits is dismissed without a new version', () => {
    const { post } = analysed();
    expect(post.undoSuggestion(author, NOON)).toEqual([]);
    expect(post.state).toMatchObject({ version: 1, suggestion: { status: 'dismissed' } });
  });

  it('is taken in part where the author says so', () => {
    const { post } = analysed();
    expect(post.acceptSuggestion(taking('tags'), author, NOON)).toMatchObject([{ changed: ['tags'] }]);
    expect(post.state.category).toBe('bags.backpack');
  });

  it('is ignored when the photos have changed since, and when a newer one is known', () => {
    const { post } = analysed({ version: 5 });
    const held = post.state.suggestion;
    post.takeAnalysis(anAnalysis({ version: 6, photosVersion: 0 }), NOON);
    post.takeAnalysis(anAnalysis({ version: 4 }), NOON);
    post.takeAnalysis(anAnalysis({ version: 5 }), NOON);
    expect(post.state.suggestion).toBe(held);
  });

  it('proposes no category that the house does not have', () => {
    const { post } = analysed({ proposed: { category: 'bags.unicorn' } });
    expect(post.state.suggestion).toMatchObject({ status: 'dismissed' });
  });

  it('that another has replaced since it was read is not taken unseen', () => {
    const { post } = analysed();
    post.takeAnalysis(anAnalysis({ analysisId: '0198c0de-0000-7000-8000-0000000000a2', version: 2 }), NOON);
    expect(() => post.acceptSuggestion(taking(), author, NOON)).toThrow(refusal('post.other_suggestion'));
  });

  it('proposes no text that a post could not hold', () => {
    const proposed = { title: 'x'.repeat(201), description: 'y'.repeat(2001), tags: ['blue', 'z'.repeat(41)] };
    expect(analysed({ proposed }).post.state.suggestion?.proposed).toEqual({ tags: ['blue'] });
  });

  it('that is told again stays decided as it was', () => {
    const { post } = analysed();
    post.acceptSuggestion(taking(), author, NOON);
    post.takeAnalysis(anAnalysis({ version: 2 }), NOON);
    expect(post.state.suggestion).toMatchObject({ version: 2, status: 'accepted' });
    expect(post.undoSuggestion(author, NOON)).toHaveLength(1);
    expect(post.takeAnalysis(anAnalysis({ version: 3, level: 'suggest' }), NOON)).toEqual([]);
    expect(post.state.suggestion).toMatchObject({ version: 3, status: 'dismissed' });
  });
});
