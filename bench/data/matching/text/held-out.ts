import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import type { Split } from '../post.ts';

const STAR = /\*/g;

/** Words with a star are met in the test split only, so that it measures what was learnt rather than what was seen. */
export function isHeldOut(entry: string): boolean {
  return entry.includes('*');
}

export function plain(entry: string): string {
  return entry.replaceAll(STAR, '');
}

export function drawFor(split: Split, entries: readonly string[], chance: Chance): string {
  const open = entries.filter((entry) => !isHeldOut(entry));
  const held = entries.filter(isHeldOut);
  const fromHeld = split === 'test' && held.length > 0 && chance.happens(NOISE.heldOut);
  return plain(chance.pick(fromHeld || open.length === 0 ? held : open));
}
