import type { Candidate } from '../../data/candidate.ts';
import type { Post } from '../../data/post.ts';
import { wordsIn } from '../words.ts';

const DAY = 86_400_000;

/** One table of lost and one of found posts; `pairs` numbers the candidates that each is in. */
export function recordsOf(candidates: readonly Candidate[]): { lost: object[]; found: object[] } {
  const pairs = new Map<Post, number[]>();
  for (const [number, { lost, found }] of candidates.entries()) {
    for (const post of [lost, found]) {
      const own = pairs.get(post);
      if (own === undefined) pairs.set(post, [number]);
      else own.push(number);
    }
  }
  const of = (kind: Post['kind']) =>
    [...pairs].filter(([post]) => post.kind === kind).map(([post, numbers]) => recordOf(post, numbers));
  return { lost: of('lost'), found: of('found') };
}

function recordOf(post: Post, pairs: readonly number[]): object {
  const { brand, model, color, material, marks } = post.attributes;
  const { tags = [], colors = [], text = [] } = post.analysis ?? {};
  const distinct = (...texts: Array<string | null>) => [
    ...new Set(wordsIn(texts.filter((one) => one !== null).join(' '))),
  ];
  return {
    id: post.id,
    pairs,
    category: post.category,
    family: post.category.split('.')[0],
    brand: brand?.toLowerCase() ?? null,
    model: model?.toLowerCase() ?? null,
    title_words: distinct(post.title),
    body_words: distinct(post.description, material, marks),
    colors: distinct(...color),
    seen: [...tags, ...colors].map(({ name }) => name),
    seen_text: distinct(...text.map(({ value }) => value)),
    lat: post.location.lat,
    lng: post.location.lng,
    occurred_from: post.occurredFrom,
    occurred_to: post.occurredTo,
    area: `${post.location.lat.toFixed(1)} ${post.location.lng.toFixed(1)}`,
    days: Math.floor(post.occurredFrom / (2 * DAY)),
  };
}
