import { contended, type Contender, contendersAmong, contentionBeside } from '../../src/domain/scoring/contention.ts';
import type { Contention } from '../../src/domain/scoring/match-model.ts';

interface Likely {
  readonly foundId: string;
  readonly probability: number;
}

/** What speaks for each pair by itself, and in the end for each beside all others that one of its posts may belong to. */
export class WeighedPairs {
  readonly #ofLost = new Map<string, Contender[]>();
  readonly #ofFound = new Map<string, Contender[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(lostId: string, foundId: string, weight: number): void {
    this.#size += 1;
    push(this.#ofLost, lostId, { postId: foundId, weight });
    push(this.#ofFound, foundId, { postId: lostId, weight });
  }

  *probabilities(contention: Contention): Generator<readonly [string, readonly Likely[]]> {
    const rivals = new Map([...this.#ofFound].map(([foundId, lost]) => [foundId, contendersAmong(lost)]));
    for (const [lostId, found] of this.#ofLost) {
      const others = contendersAmong(found);
      const likely = found.map(({ postId: foundId, weight }) => {
        const ofFound = contentionBeside(lostId, rivals.get(foundId) ?? []);
        const beside = { ofLost: contentionBeside(foundId, others), ofFound };
        const { probability } = contended({ weight, probability: 0, reasons: [] }, beside, contention);
        return { foundId, probability };
      });
      yield [lostId, likely];
    }
  }
}

function push(map: Map<string, Contender[]>, key: string, contender: Contender): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [contender]);
  else held.push(contender);
}
