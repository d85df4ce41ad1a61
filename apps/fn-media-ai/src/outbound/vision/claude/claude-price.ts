import type { VisionQuestion } from '../../../use-cases/vision-provider.port.ts';

/** What a million tokens cost, in millionths of the currency: 0.10 USD is 100,000. */
export interface ClaudePrice {
  readonly inputMicrosPerMTok: number;
  readonly outputMicrosPerMTok: number;
}

/** Pixels that make one token of a picture, at least. */
const PIXELS_PER_TOKEN = 750;
/** Fewer bytes than a token has in any language, so that the estimate is not too low. */
const BYTES_PER_TOKEN = 2;
const MOST_PIXELS = 1_600 * 1_600;

export function tokenCost(price: ClaudePrice, inputTokens: number, outputTokens: number): number {
  return Math.ceil((inputTokens * price.inputMicrosPerMTok + outputTokens * price.outputMicrosPerMTok) / 1_000_000);
}

/** As if the model said all that it may. */
export function mostCost(price: ClaudePrice, question: VisionQuestion, textBytes: number, maxTokens: number): number {
  const pixels = question.width * question.height || MOST_PIXELS;
  return tokenCost(price, Math.ceil(pixels / PIXELS_PER_TOKEN + textBytes / BYTES_PER_TOKEN), maxTokens);
}
