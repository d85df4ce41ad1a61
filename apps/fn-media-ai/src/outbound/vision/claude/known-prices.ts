import { ConfigError } from '@foundnow/config';
import type { VisionEnv } from '../../../vision-env.ts';
import type { ClaudePrice } from './claude-price.ts';

/** In US dollars, as published in November 2026. */
const KNOWN: Readonly<Record<string, ClaudePrice>> = {
  'claude-haiku-5-5': { inputMicrosPerMTok: 100_000, outputMicrosPerMTok: 500_000 },
  'claude-sonnet-5-5': { inputMicrosPerMTok: 2_000_000, outputMicrosPerMTok: 10_000_000 },
  'claude-opus-5-5': { inputMicrosPerMTok: 4_000_000, outputMicrosPerMTok: 20_000_000 },
};

type PriceEnv = Pick<VisionEnv, 'VISION_MODEL' | 'VISION_INPUT_MICROS_PER_MTOK' | 'VISION_OUTPUT_MICROS_PER_MTOK'>;

/** A budget kept with the price of another model is none. */
export function priceOf(env: PriceEnv): ClaudePrice {
  const known = Object.hasOwn(KNOWN, env.VISION_MODEL) ? KNOWN[env.VISION_MODEL] : undefined;
  const input = env.VISION_INPUT_MICROS_PER_MTOK ?? known?.inputMicrosPerMTok;
  const output = env.VISION_OUTPUT_MICROS_PER_MTOK ?? known?.outputMicrosPerMTok;
  if (input !== undefined && output !== undefined) return { inputMicrosPerMTok: input, outputMicrosPerMTok: output };
  const key = input === undefined ? 'VISION_INPUT_MICROS_PER_MTOK' : 'VISION_OUTPUT_MICROS_PER_MTOK';
  throw new ConfigError([{ key, reason: 'is needed for a VISION_MODEL whose price is not known' }]);
}
