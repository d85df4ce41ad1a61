import { z } from 'zod';
import type { Explanation } from '../../../domain/match/explanation.ts';

export const explanationResponse = z.object({
  matchId: z.uuid(),
  modelVersion: z.string(),
  signals: z
    .array(
      z.object({
        signal: z.string(),
        level: z.string().describe('What the signal found, as the model file names it.'),
        evidence: z.string(),
        weight: z.number().describe('log2(m/u): above 0 speaks for it.'),
      }),
    )
    .describe('Strongest first.'),
  sum: z.number().describe('What the weights add up to.'),
  confidence: z.number().describe('The probability that the sum stands for.'),
  isWhole: z
    .boolean()
    .describe('False: the other post is not yours to read, so the evidence is told without its words.'),
});
export type ExplanationResponse = z.infer<typeof explanationResponse>;

export function toExplanationResponse({ match, signals, sum, isWhole }: Explanation): ExplanationResponse {
  const { id: matchId, modelVersion, probability: confidence } = match;
  return { matchId, modelVersion, signals: signals.map((signal) => ({ ...signal })), sum, confidence, isWhole };
}
