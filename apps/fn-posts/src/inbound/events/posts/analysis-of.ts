import type { EventMap, mediaAi } from '@foundnow/contracts';
import type { Proposed } from '../../../domain/post/analysis.ts';
import type { PhotoAnalysis } from '../../../use-cases/posts/take-analysis.ts';

/** A word that is less sure than this is no help to the author. */
const SURE_ENOUGH = 0.5;
const MOST_WORDS = 10;

/** What an analysis says, in the domain's words. A level that we do not know is treated as none. */
export function analysisOf(enhanced: EventMap['post.enhanced']): PhotoAnalysis {
  const { level } = enhanced;
  return {
    analysisId: enhanced.analysisId,
    version: enhanced.aggregateVersion,
    photosVersion: enhanced.photosVersion,
    level: level === 'unknown' ? 'none' : level,
    proposed: proposedIn(enhanced),
    redacted: redactedIn(enhanced),
  };
}

/** Only what lies where everybody may read: an address of anything else is never handed out. */
function redactedIn({ photos }: EventMap['post.enhanced']): PhotoAnalysis['redacted'] {
  return new Map(
    photos.map(({ photoId, publicVariants }) => [
      photoId,
      publicVariants.filter(({ objectKey }) => objectKey.startsWith('public/')),
    ]),
  );
}

function proposedIn({ title, description, category, tags }: EventMap['post.enhanced']): Partial<Proposed> {
  const words = wordsOf(tags);
  return {
    ...(title && { title: title.value }),
    ...(description && { description: description.value }),
    ...(category && { category: category.value }),
    ...(words.length > 0 && { tags: words }),
  };
}

function wordsOf(tags: readonly mediaAi.Tag[]): string[] {
  const sure = tags.filter(({ confidence }) => confidence >= SURE_ENOUGH);
  return sure
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_WORDS)
    .map(({ name }) => name);
}
