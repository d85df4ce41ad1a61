import type { ItemIdentifier } from '../item/item.ts';
import type { Compare } from './evidence.ts';

/** Serial numbers are compared by keyed hashes; the words never hold one. */
export const serial: Compare = ({ identifiers: ours }, { identifiers: theirs }) => {
  if (ours.some((one) => theirs.some((other) => meet(one.exact, other.exact)))) {
    return { level: 'same', words: 'the same serial number' };
  }
  const comparable = ours.flatMap((one) =>
    theirs.filter(({ type }) => type === one.type).map((other) => ({ one, other })),
  );
  if (comparable.length === 0) return null;
  return comparable.some(({ one, other }) => areNear(one, other))
    ? { level: 'near', words: 'serial numbers that are a slip apart' }
    : { level: 'different', words: 'different serial numbers' };
};

function areNear(one: ItemIdentifier, other: ItemIdentifier): boolean {
  return meet(one.near, other.near) || meet(one.exact, other.near) || meet(one.near, other.exact);
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return one.some((hash) => other.includes(hash));
}
