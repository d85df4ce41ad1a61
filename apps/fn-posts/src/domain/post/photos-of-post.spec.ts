import { describe, expect, it } from '@jest/globals';
import { aPhoto } from '../../../test/photo.builder.ts';
import { aPost, anActor, anAnalysis, NOON, taking } from '../../../test/post.builder.ts';

const author = anActor();
const form = { name: '320', objectKey: 'public/p/320.webp', width: 240, height: 320 };

/** A post whose two photos everybody may see. */
function shown(category: string) {
  const photos = [aPhoto(), aPhoto()];
  const { post } = aPost({ category }, {}, author, { photos });
  const show = (version: number, postVersion: number) => {
    const redacted = new Map(photos.map(({ id }) => [id, [form]]));
    return post.changePhotos({ type: 'show', version, postVersion, redacted }, null, NOON);
  };
  const edit = (to: string) => post.edit({ category: to }, () => ({ lat: 0, lng: 0 }), author, NOON);
  const forms = () => post.state.photos.map(({ publicForms }) => publicForms.length);
  show(1, 1);
  return { post, show, edit, forms };
}

describe('the photos of a post that turns out to be about something more delicate', () => {
  it('are for nobody else in the same moment, until they were covered as what it is', () => {
    const { post, show, edit, forms } = shown('other.other');
    expect(forms()).toEqual([1, 1]);
    expect(edit('documents.passport')).toMatchObject([{ type: 'edited', changed: ['category', 'photos'] }]);
    expect(forms()).toEqual([0, 0]);
    const { version } = post.state;
    expect(show(2, version - 1)).toEqual([]);
    expect(forms()).toEqual([0, 0]);
    expect(show(3, version)).toHaveLength(1);
    expect(forms()).toEqual([1, 1]);
  });

  it('are so too when it was an analysis that proposed it', () => {
    const { post, forms } = shown('other.other');
    post.takeAnalysis(anAnalysis({ proposed: { category: 'wallets.purse' } }), NOON);
    expect(forms()).toEqual([1, 1]);
    expect(post.acceptSuggestion(taking(), author, NOON)).toMatchObject([{ changed: ['category', 'photos'] }]);
    expect(forms()).toEqual([0, 0]);
  });

  it.each([
    ['documents.passport', 'documents.id'],
    ['documents.passport', 'bags.backpack'],
    ['bags.tote', 'bags.backpack'],
  ])('stay as they were covered when it was %s and is %s', (before, after) => {
    const { edit, forms } = shown(before);
    expect(edit(after)).toMatchObject([{ changed: ['category'] }]);
    expect(forms()).toEqual([1, 1]);
  });
});
