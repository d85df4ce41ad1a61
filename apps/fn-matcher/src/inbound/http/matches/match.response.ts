import { etagOf, pageOf } from '@foundnow/http';
import { z } from 'zod';
import type { SeenMatch, SeenSide } from '../../../domain/match/seen-match.ts';
import type { SideDecision } from '../../../domain/match/match.ts';
import { toldProbability } from '../../../domain/match/told-numbers.ts';
import { MATCH_STATUSES, MATCH_TIERS, SIDES } from './match.request.ts';

const timestamp = z.iso.datetime();

const sideResponse = z.object({
  decision: z.enum(['pending', 'confirmed', 'rejected']),
  isShown: z.boolean().describe('Whether you may read this post; if not, there is nothing of it here.'),
  postId: z.uuid().nullable(),
  title: z.string().nullable(),
  category: z.string().nullable(),
  reference: z.string().nullable(),
  publicPhotoKey: z.string().nullable(),
});

export const matchResponse = z.object({
  id: z.uuid(),
  version: z.int(),
  status: z.enum(MATCH_STATUSES),
  tier: z.enum(MATCH_TIERS),
  confidence: z.number().describe('Calibrated probability that the two are one item, in hundredths.'),
  yourSides: z.array(z.enum(SIDES)).describe('Which of the two you speak for.'),
  lost: sideResponse,
  found: sideResponse,
  distanceMeters: z.int().nullable().describe('Between the public points of both, rounded to 100 m.'),
  endReason: z.string().nullable(),
  foundAt: timestamp,
  confirmedAt: timestamp.nullable(),
  endedAt: timestamp.nullable(),
  expiresAt: timestamp.describe('When it lapses, as long as it is open.'),
});
export type MatchResponse = z.infer<typeof matchResponse>;

export const matchesResponse = pageOf(matchResponse);
export type MatchesResponse = z.infer<typeof matchesResponse>;

export function toMatchResponse({ match, parts, lost, found }: SeenMatch): MatchResponse {
  return {
    id: match.id,
    version: match.version,
    status: match.status,
    tier: match.tier,
    confidence: toldProbability(match.probability),
    yourSides: parts.map(({ side }) => side),
    lost: toSideResponse(lost, match.decisions.lost),
    found: toSideResponse(found, match.decisions.found),
    distanceMeters: match.distanceMeters,
    endReason: match.endReason,
    foundAt: match.foundAt.toISOString(),
    confirmedAt: match.confirmedAt?.toISOString() ?? null,
    endedAt: match.endedAt?.toISOString() ?? null,
    expiresAt: match.expiresAt.toISOString(),
  };
}

function toSideResponse({ isShown, post }: SeenSide, decision: SideDecision): MatchResponse['lost'] {
  const shown = <T>(value: T): T | null => (isShown ? value : null);
  return {
    decision,
    isShown,
    postId: shown(post.postId),
    title: shown(post.title),
    category: shown(post.category),
    reference: shown(post.reference),
    publicPhotoKey: shown(post.publicPhotoKey),
  };
}

/** What is between two people stays behind in no cache. */
export function privateHeaders({ version }: { readonly version: number }): Record<string, string> {
  return { vary: 'Authorization', etag: etagOf(version), 'cache-control': 'private, no-store' };
}
