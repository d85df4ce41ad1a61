import type { Contention } from './match-model.ts';
import { probabilityOf, type Scored } from './score.ts';

/** Another post that a post may belong to, and how much speaks for it. */
export interface Contender {
  readonly postId: string;
  /** The sum of that pair, in bits. */
  readonly weight: number;
}

/** Less than this takes nothing from anybody. */
const LEAST_BITS = -4;
const MOST_CONTENDERS = 20;

/** Whether a pair takes anything from the others of its posts. */
export function countsAsContender({ weight }: Pick<Contender, 'weight'>): boolean {
  return weight >= LEAST_BITS;
}

/** The candidates of one post that count, the likeliest first; the same whatever the order in which they came. */
export function contendersAmong(candidates: readonly Contender[]): Contender[] {
  return candidates
    .filter(countsAsContender)
    .toSorted((one, other) => other.weight - one.weight || (one.postId < other.postId ? -1 : 1))
    .slice(0, MOST_CONTENDERS);
}

/** In bits, how much speaks for all others together: 0 where there are none, 1 where they are as likely as not. */
export function contentionBeside(postId: string, contenders: readonly Contender[]): number {
  let odds = 0;
  for (const other of contenders) if (other.postId !== postId) odds += 2 ** other.weight;
  return Math.log2(1 + odds);
}

/** A found item is of one person, and a lost one is found once: what speaks for others speaks against a pair. */
export function contended(
  { weight, reasons }: Scored,
  beside: { readonly ofLost: number; readonly ofFound: number },
  contention: Contention,
): Scored {
  const taken = contention.ofLost * beside.ofLost + contention.ofFound * beside.ofFound;
  const words = taken < 0.5 ? 'nothing else fits as well' : 'others fit as well';
  const reason = { signal: 'contention', level: taken < 0.5 ? 'alone' : 'contested', words, weight: -taken };
  const left = weight - taken;
  return { weight: left, probability: probabilityOf(left, contention), reasons: [...reasons, reason] };
}
