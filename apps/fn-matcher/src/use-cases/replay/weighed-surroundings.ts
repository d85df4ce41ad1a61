import { areCandidates } from '../../domain/blocking/are-candidates.ts';
import { type WeighedPair, weighPair } from '../../domain/match/weigh-pair.ts';
import { blockOf } from '../../domain/blocking/block.ts';
import { type Contender, contendersAmong } from '../../domain/scoring/contention.ts';
import type { ScoringRules } from '../scoring/score-post.ts';
import type { SurroundingsReader } from '../scoring/surroundings.port.ts';

/** A post with what speaks for each of its pairs, under each of the models. */
export interface WeighedSurroundings {
  readonly postId: string;
  readonly kind: 'lost' | 'found';
  readonly pairs: ReadonlyMap<string, readonly WeighedPair[]>;
  /** Per model. */
  readonly contenders: readonly (readonly Contender[])[];
}

/** Null: it is not looked for any more. */
export async function weighAround(
  reader: Pick<SurroundingsReader, 'read'>,
  postId: string,
  models: readonly ScoringRules[],
): Promise<WeighedSurroundings | null> {
  const around = await reader.read(postId);
  if (around?.isActive !== true) return null;
  const { post, candidates } = around;
  const block = blockOf(post.traits);
  const pairs = new Map<string, WeighedPair[]>();
  for (const other of candidates) {
    const [lost, found] = post.traits.kind === 'lost' ? [post, other] : [other, post];
    const weighed = models.flatMap(({ scoring, categories }) =>
      areCandidates(block, blockOf(other.traits), categories) ? weighPair(lost.traits, found.traits, scoring) : [],
    );
    if (weighed.length === models.length) pairs.set(other.postId, weighed);
  }
  const contenders = models.map((_, model) =>
    contendersAmong([...pairs].map(([id, weighed]) => ({ postId: id, weight: weighed[model]?.weight ?? -Infinity }))),
  );
  return { postId, kind: post.traits.kind, pairs, contenders };
}
