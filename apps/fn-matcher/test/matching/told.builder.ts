import type { AnalysisOfPost, PostHead, SaidOfPost } from '../../src/domain/post/known-post.ts';
import type { AnalysisNews, Delivery, PostNews } from '../../src/use-cases/posts/post-intake.port.ts';

export const NOON = Date.UTC(2026, 4, 11, 12);
export const HOUR = 3_600_000;
const MADRID = { lat: 40.4066, lng: -3.6893 };

export function aDelivery(): Delivery {
  return { group: 'fn-matcher', generation: 0, eventId: crypto.randomUUID() };
}

export type Said = SaidOfPost & PostHead;

export function aSaid(kind: 'lost' | 'found', different: Partial<Said> = {}): Said {
  const from = kind === 'lost' ? NOON : NOON + 2 * HOUR;
  return {
    kind,
    orgId: null,
    authorId: crypto.randomUUID(),
    visibility: 'public',
    timeZone: 'Europe/Madrid',
    intake: 'self',
    reference: null,
    sealedProof: null,
    category: 'bags.backpack',
    language: 'en',
    title: 'Blue rucksack',
    description: null,
    tags: [],
    attributes: { brand: null, model: null, color: ['blue'], material: null, marks: null },
    place: { ...MADRID, accuracyMeters: 20 },
    radiusMeters: 200,
    occurredFrom: from,
    occurredTo: from + HOUR,
    reportedAt: from + 3 * HOUR,
    identifiers: [],
    ...different,
  };
}

/** As fn-posts tells of it when it is reported. */
export function aPost(kind: 'lost' | 'found', different: Partial<Said> = {}, news: Partial<PostNews> = {}): PostNews {
  const base = { postId: crypto.randomUUID(), version: 1, status: 'active', photos: { version: 1, list: [] } } as const;
  return { ...base, said: aSaid(kind, different), ...news };
}

export const NOTHING_SEEN: AnalysisOfPost = {
  category: null,
  brand: null,
  model: null,
  material: null,
  tags: [],
  colors: [],
  text: [],
  hashes: [],
  identifiers: [],
  photos: [],
};

export function anAnalysis(postId: string, different: Partial<AnalysisNews> = {}): AnalysisNews {
  return {
    postId,
    version: 1,
    photosVersion: 1,
    sealedHints: null,
    vectors: [],
    analysis: NOTHING_SEEN,
    ...different,
  };
}
