import { folded } from '../../src/domain/text/numbers/folded.ts';

/** Words of four signs and more in the form that look-alikes share: shorter ones are in everything. */
export function wordsIn(text: string): string[] {
  return text
    .split(/[ .@/]+/)
    .map(folded)
    .filter((word) => word.length >= 4);
}
