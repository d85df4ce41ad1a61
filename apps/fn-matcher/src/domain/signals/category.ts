import type { Compare, Evidence } from './evidence.ts';

/** Whether people take items of one category for items of the other. */
export type AreConfusable = (one: string, other: string) => boolean;

const SAME: Evidence = { level: 'same', words: 'the same category' };
const SEEN_SAME: Evidence = { level: 'seen-same', words: 'the same category by the photos' };
const CONFUSABLE: Evidence = { level: 'confusable', words: 'categories that are taken for each other' };
const FAMILY: Evidence = { level: 'family', words: 'categories of one family' };
const OTHER: Evidence = { level: 'other', words: 'other categories' };

export function categorySignal(areConfusable: AreConfusable): Compare {
  return ({ categories: lost }, { categories: found }) => {
    const [one, other] = [lost[0], found[0]];
    if (one === undefined || other === undefined) return null;
    if (one === other) return SAME;
    if (lost.some((category) => found.includes(category))) return SEEN_SAME;
    if (areConfusable(one, other)) return CONFUSABLE;
    return one.slice(0, one.indexOf('.')) === other.slice(0, other.indexOf('.')) ? FAMILY : OTHER;
  };
}
