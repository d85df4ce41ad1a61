import type { Item } from '../../src/domain/item/item.ts';
import type { ToldAnalysis } from '../../src/use-cases/posts/take-in-analysis.ts';
import type { ToldPost } from '../../src/use-cases/posts/take-in-post.ts';

/** An item of a data set as the event of its report would bring it. */
export function toldPost(postId: string, { id: _id, analysis, identifiers: _identifiers, ...said }: Item): ToldPost {
  return {
    postId,
    version: 1,
    status: 'active',
    photos: { version: 1, list: analysis === null ? [] : [photoOf(postId)] },
    said: {
      ...said,
      orgId: null,
      authorId: postId,
      visibility: 'public',
      timeZone: 'UTC',
      intake: 'self',
      reference: null,
      sealedProof: null,
      identifiers: [],
      sealedIdentifiers: null,
    },
  };
}

/** What its photo shows, as the event of its analysis would. */
export function toldAnalysis(postId: string, { analysis }: Item): ToldAnalysis | null {
  if (analysis === null) return null;
  const { vectors, identifiers: _identifiers, ...seen } = analysis;
  return {
    postId,
    version: 1,
    photosVersion: 1,
    sealedHints: null,
    vectors,
    analysis: { ...seen, photos: [photoOf(postId)] },
  };
}

function photoOf(postId: string) {
  return { photoId: postId, publicKey: null };
}
