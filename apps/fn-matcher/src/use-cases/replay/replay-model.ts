import type { MatchTier } from '../../domain/match/match.ts';
import { isPlausible, verdictOn } from '../../domain/match/weigh-pair.ts';
import { contentionBeside } from '../../domain/scoring/contention.ts';
import type { ScoringRules } from '../scoring/score-post.ts';
import type { SurroundingsReader } from '../scoring/surroundings.port.ts';
import type { RecentPosts } from './recent-posts.port.ts';
import { weighAround, type WeighedSurroundings } from './weighed-surroundings.ts';

const AT_ONCE = 100;
/** Of others, so many are remembered. */
const MOST_KEPT = 5_000;

export interface Judged {
  readonly tier: MatchTier;
  readonly probability: number;
}

/** A pair of which the other model says something else; null: no match. */
export interface Difference {
  readonly lostPostId: string;
  readonly foundPostId: string;
  readonly before: Judged | null;
  readonly after: Judged | null;
}

/** What another model would have made of posts since a day. Nothing is stored, and nobody is told. */
export class ReplayModel {
  readonly #kept = new Map<string, WeighedSurroundings | null>();

  constructor(
    private readonly posts: RecentPosts,
    private readonly reader: Pick<SurroundingsReader, 'read'>,
    /** The rules of now, and those with the other model. */
    private readonly rulesWith: (model: string) => Promise<readonly [before: ScoringRules, after: ScoringRules]>,
  ) {}

  async *run(model: string, from: Date): AsyncIterable<Difference> {
    const models = await this.rulesWith(model);
    const told = new Set<string>();
    let after: string | null = null;
    for (;;) {
      const ids = await this.posts.since(from, after, AT_ONCE);
      for (const id of ids) yield* this.differencesOf(id, models, told);
      after = ids.at(-1) ?? null;
      if (ids.length < AT_ONCE) return;
    }
  }

  private async *differencesOf(
    postId: string,
    models: readonly [ScoringRules, ScoringRules],
    told: Set<string>,
  ): AsyncIterable<Difference> {
    const own = await this.around(postId, models);
    for (const [otherId, weighed] of own?.pairs ?? []) {
      const isWorth = models.some(({ scoring, thresholds }, at) => {
        const pair = weighed[at];
        return pair !== undefined && isPlausible(pair, scoring.model, thresholds);
      });
      const key = [postId, otherId].toSorted().join();
      if (!isWorth || told.has(key) || own === null) continue;
      told.add(key);
      const other = await this.around(otherId, models);
      if (other === null) continue;
      const [before = null, after = null] = models.map((rules, at) => judge(own, other, at, rules));
      const [lost, found] = own.kind === 'lost' ? [own, other] : [other, own];
      if (before?.tier !== after?.tier) yield { lostPostId: lost.postId, foundPostId: found.postId, before, after };
    }
  }

  private async around(postId: string, models: readonly ScoringRules[]): Promise<WeighedSurroundings | null> {
    const kept = this.#kept.get(postId);
    if (kept !== undefined) return kept;
    const read = await weighAround(this.reader, postId, models);
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(postId, read);
    return read;
  }
}

function judge(
  own: WeighedSurroundings,
  other: WeighedSurroundings,
  at: number,
  { scoring, thresholds }: ScoringRules,
): Judged | null {
  const pair = own.pairs.get(other.postId)?.[at];
  if (pair === undefined) return null;
  const ofOwn = contentionBeside(other.postId, own.contenders[at] ?? []);
  const ofOther = contentionBeside(own.postId, other.contenders[at] ?? []);
  const beside = own.kind === 'lost' ? { ofLost: ofOwn, ofFound: ofOther } : { ofLost: ofOther, ofFound: ofOwn };
  const verdict = verdictOn(pair, beside, scoring.model, thresholds);
  return verdict && { tier: verdict.tier, probability: verdict.probability };
}
