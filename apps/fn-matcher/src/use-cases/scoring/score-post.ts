import { areCandidates } from '../../domain/blocking/are-candidates.ts';
import { blockOf } from '../../domain/blocking/block.ts';
import type { CategoryTable } from '../../domain/blocking/categories.ts';
import type { Thresholds } from '../../domain/match/tiers.ts';
import { weighPair } from '../../domain/match/weigh-pair.ts';
import { countsAsContender } from '../../domain/scoring/contention.ts';
import type { Scoring } from '../../domain/scoring/scoring.ts';
import { TRAITS_VERSION } from '../../domain/traits/traits.ts';
import type { ScoredPair, ScoredPost } from './pair-store.port.ts';
import type { ComparedPost, Surroundings } from './surroundings.port.ts';

export interface ScoringRules {
  readonly scoring: Scoring;
  readonly thresholds: Thresholds;
  readonly categories: CategoryTable;
}

type Active = Extract<Surroundings, { readonly isActive: true }>;

/** What speaks for each pair of a post that counts. Pure: as many replicas may do it as like to. */
export function scorePost({ post, candidates, partners }: Active, rules: ScoringRules): ScoredPost {
  const block = blockOf(post.traits);
  const others = new Map([...partners, ...candidates].map((other) => [other.postId, other]));
  const pairs = [...others.values()]
    .filter(({ traits }) => areCandidates(block, blockOf(traits), rules.categories))
    .map((other) => pairOf(post, other, rules.scoring))
    .filter(countsAsContender);
  const { postId, revision } = post;
  const seen = new Map([...others.values()].map((other) => [other.postId, other.revision]));
  return { postId, revision, kind: post.traits.kind, scoredWith: scoredWith(rules), seen, pairs };
}

export function scoredWith({ scoring }: Pick<ScoringRules, 'scoring'>): string {
  return `${scoring.model.version}/${TRAITS_VERSION}`;
}

function pairOf(post: ComparedPost, other: ComparedPost, scoring: Scoring): ScoredPair {
  const [lost, found] = post.traits.kind === 'lost' ? [post, other] : [other, post];
  return {
    ...weighPair(lost.traits, found.traits, scoring),
    lostPostId: lost.postId,
    foundPostId: found.postId,
    partnerId: other.postId,
  };
}
