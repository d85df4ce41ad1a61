import { areCandidates } from '../../domain/blocking/are-candidates.ts';
import { blockOf } from '../../domain/blocking/block.ts';
import type { CategoryTable } from '../../domain/blocking/categories.ts';
import { assess } from '../../domain/match/assess-pair.ts';
import type { Verdict } from '../../domain/match/assess.ts';
import type { Thresholds } from '../../domain/match/tiers.ts';
import type { Scoring } from '../../domain/scoring/scoring.ts';
import { TRAITS_VERSION, type Traits } from '../../domain/traits/traits.ts';
import type { ScoredPair, ScoredPost } from './pair-store.port.ts';
import type { ComparedPost, Surroundings } from './surroundings.port.ts';

export interface ScoringRules {
  readonly scoring: Scoring;
  readonly thresholds: Thresholds;
  readonly categories: CategoryTable;
}

type Active = Extract<Surroundings, { readonly isActive: true }>;

/** What is left of a post's candidates, and of the matches that it had. Pure: as many replicas may do it as like to. */
export function scorePost({ post, candidates, partners }: Active, rules: ScoringRules): ScoredPost {
  const block = blockOf(post.traits);
  const compare = (other: ComparedPost): ScoredPair => pairOf(post, other, verdictOn(post.traits, other.traits, rules));
  const isCandidate = ({ traits }: ComparedPost) => areCandidates(block, blockOf(traits), rules.categories);
  const known = new Set(partners.map(({ postId }) => postId));
  const pairs = [
    ...candidates
      .filter(({ postId }) => !known.has(postId))
      .map(compare)
      .filter(({ verdict }) => verdict !== null),
    ...partners.map((other) => (isCandidate(other) ? compare(other) : pairOf(post, other, null))),
  ];
  return { postId: post.postId, revision: post.revision, scoredWith: scoredWith(rules), pairs };
}

export function scoredWith({ scoring }: Pick<ScoringRules, 'scoring'>): string {
  return `${scoring.model.version}/${TRAITS_VERSION}`;
}

function verdictOn(one: Traits, other: Traits, { scoring, thresholds }: ScoringRules): Verdict {
  const [lost, found] = one.kind === 'lost' ? [one, other] : [other, one];
  return assess(lost, found, scoring, thresholds);
}

function pairOf(post: ComparedPost, other: ComparedPost, verdict: Verdict): ScoredPair {
  const isLost = post.traits.kind === 'lost';
  const { postId, revision } = other;
  return {
    lostPostId: isLost ? post.postId : postId,
    foundPostId: isLost ? postId : post.postId,
    partner: { postId, revision },
    verdict,
  };
}
