import type { Actor } from '../../domain/actor.ts';
import { matchMissing } from '../../domain/match/match-errors.ts';
import { type SeenMatch, seenMatch } from '../../domain/match/seen-match.ts';
import type { FoundMatch, MatchQuery, MatchSearch } from './match-search.port.ts';

/** The matches that somebody has a part in. */
export class ReadMatches {
  constructor(private readonly search: MatchSearch) {}

  async one(id: string, viewer: Actor): Promise<SeenMatch> {
    const found = await this.search.find(id, viewer);
    const seen = found && seenBy(found, viewer);
    if (!seen) throw matchMissing();
    return seen;
  }

  async list(query: MatchQuery, viewer: Actor): Promise<readonly SeenMatch[]> {
    const found = await this.search.list(query, viewer);
    return found.map((one) => seenBy(one, viewer)).filter((seen) => seen !== null);
  }
}

function seenBy({ match, sides, isVerified }: FoundMatch, viewer: Actor): SeenMatch | null {
  return seenMatch(match, sides, viewer, isVerified);
}
