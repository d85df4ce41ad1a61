import { z } from 'zod';
import type { Stats } from '../../../use-cases/stats/read-stats.ts';
import { MATCH_STATUSES, MATCH_TIERS } from '../matches/match.request.ts';

const seconds = z.number().nullable();

export const statsResponse = z.object({
  received: z.int().describe('Reports that are known.'),
  byKind: z.record(z.string(), z.int()),
  matches: z.array(z.object({ tier: z.enum(MATCH_TIERS), status: z.enum(MATCH_STATUSES), count: z.int() })),
  since: z.iso.datetime().describe('From when on the rest is counted.'),
  tiers: z
    .array(
      z.object({
        tier: z.enum(MATCH_TIERS),
        confirmations: z.int().describe('Answers of single sides.'),
        rejections: z.int(),
        confirmRate: z.number().nullable(),
        same: z.int().describe('Pairs that both sides confirmed, or whose item got home.'),
        different: z.int().describe('Pairs that somebody said to be another item, place or time.'),
        precision: z.number().nullable().describe('same of all pairs that people decided.'),
      }),
    )
    .describe('By the tier that a match had when it was first answered.'),
  durations: z.array(
    z.object({
      step: z.enum(['match', 'confirm', 'return']).describe('match: since the later report; else since the match.'),
      count: z.int(),
      medianSeconds: seconds,
      p90Seconds: seconds,
    }),
  ),
});

export type StatsResponse = z.infer<typeof statsResponse>;

export function toStatsResponse({ judged, since, matches, durations, ...counted }: Stats): StatsResponse {
  return {
    received: counted.received,
    byKind: { ...counted.byKind },
    matches: matches.map((match) => ({ ...match })),
    since: since.toISOString(),
    tiers: judged.map((tier) => ({
      ...tier,
      confirmRate: rateOf(tier.confirmations, tier.rejections),
      precision: rateOf(tier.same, tier.different),
    })),
    durations: durations.map((duration) => ({ ...duration })),
  };
}

function rateOf(yes: number, no: number): number | null {
  return yes + no === 0 ? null : yes / (yes + no);
}
