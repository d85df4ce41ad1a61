import { createCursors, instant, uuid } from '@foundnow/http';
import { z } from 'zod';
import type { MatchOrder, MatchPosition } from '../../../use-cases/matches/match-search.port.ts';
import type { Match } from '../../../domain/match/match.ts';
import { toldProbability } from '../../../domain/match/told-numbers.ts';

const byTime = createCursors({ listing: 'matches-by-time', position: z.object({ key: instant, id: uuid }) });
const byConfidence = createCursors({
  listing: 'matches-by-confidence',
  position: z.object({ key: z.string().regex(/^[01](\.\d{1,30})?(e-\d{1,3})?$|^\d\.\d{1,30}e-\d{1,3}$/), id: uuid }),
});

export function matchCursors(sort: MatchOrder, filter: object) {
  const cursors = sort === 'confidence' ? byConfidence : byTime;
  return {
    decode: (cursor: string): MatchPosition => cursors.decode(cursor, filter),
    after: (match: Match): string => cursors.encode({ key: keyOf(match, sort), id: match.id }, filter),
  };
}

function keyOf({ foundAt, expiresAt, probability }: Match, sort: MatchOrder): string {
  if (sort === 'confidence') return String(toldProbability(probability));
  return (sort === 'newest' ? foundAt : expiresAt).toISOString();
}
