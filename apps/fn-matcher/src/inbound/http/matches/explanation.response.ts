import { z } from 'zod';
import type { Explanation } from '../../../domain/match/explanation.ts';
import { toldProbability } from '../../../domain/match/told-numbers.ts';

export const explanationResponse = z.object({
  matchId: z.uuid(),
  modelVersion: z.string(),
  signals: z
    .array(
      z.object({
        signal: z.string(),
        level: z
          .string()
          .nullable()
          .describe('What the signal found, as the model file names it; of the place, near or far. Null: not told.'),
        evidence: z.string(),
        weight: z.number().nullable().describe('log2(m/u), in tenths: above 0 speaks for it. Null: not told.'),
      }),
    )
    .describe('Strongest first. How near the places and what the identifiers said is told once a claim is verified.'),
  sum: z.number().describe('What the weights that are told add up to.'),
  confidence: z.number().describe('Calibrated probability that the two are one item, in hundredths.'),
  isWhole: z
    .boolean()
    .describe('False: the other post is not yours to read, so the evidence is told without its words.'),
});
export type ExplanationResponse = z.infer<typeof explanationResponse>;

export function toExplanationResponse({ match, signals, sum, isWhole }: Explanation): ExplanationResponse {
  const { id: matchId, modelVersion } = match;
  const confidence = toldProbability(match.probability);
  return { matchId, modelVersion, signals: signals.map((signal) => ({ ...signal })), sum, confidence, isWhole };
}
