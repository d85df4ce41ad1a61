import type { Actor } from '../../domain/actor.ts';
import { type Explanation, explanationOf } from '../../domain/match/explanation.ts';
import type { ReadMatches } from './read-matches.ts';

/** Why two posts are thought to be one item, as far as who asks may know. */
export class ExplainMatch {
  constructor(private readonly readMatches: Pick<ReadMatches, 'one'>) {}

  async run(id: string, viewer: Actor): Promise<Explanation> {
    return explanationOf(await this.readMatches.one(id, viewer));
  }
}
