import { envDuration, envInt, envList, envUrl } from '@foundnow/config';
import { z } from 'zod';

export const PROVIDER_NAMES = ['claude', 'google-vision'] as const;
export type ProviderName = (typeof PROVIDER_NAMES)[number];

const DAY = 86_400_000;

function isProviderName(name: string): name is ProviderName {
  return PROVIDER_NAMES.some((known) => known === name);
}

/** Which vision models are asked, in what order, and what they may cost. Amounts are millionths of one currency. */
export const visionEnv = z.object({
  VISION_PROVIDERS: envList()
    .transform((names) => (names.join() === 'none' ? [] : [...new Set(names)]))
    .refine((names): names is ProviderName[] => names.every(isProviderName), {
      params: { wanted: `must be none, or a list of ${PROVIDER_NAMES.join(', ')}` },
    })
    .default(['claude']),
  VISION_DAILY_BUDGET_MICROS: envInt({ min: 0 }).default(1_000_000),
  VISION_TIMEOUT: envDuration({ min: 1_000, max: 120_000 }).default(30_000),
  VISION_CONCURRENCY: envInt({ min: 1, max: 64 }).default(4),
  VISION_QUEUE: envInt({ min: 0, max: 10_000 }).default(64),
  VISION_CACHE_FOR: envDuration({ min: 60_000 }).default(90 * DAY),
  /** Without it nothing leaves the machine. */
  ANTHROPIC_API_KEY: z
    .string()
    .trim()
    .refine((key) => /^[\x21-\x7e]{8,}$/.test(key), { params: { wanted: 'must be the key alone, without blanks' } })
    .optional(),
  ANTHROPIC_BASE_URL: envUrl().optional(),
  VISION_MODEL: z.string().min(1).default('claude-haiku-5-5'),
  VISION_PROMPT_VERSION: z.enum(['item-1']).default('item-1'),
  VISION_EFFORT: z.enum(['none', 'low', 'medium', 'high']).default('low'),
  VISION_MAX_TOKENS: envInt({ min: 512, max: 32_000 }).default(4_096),
  VISION_INPUT_MICROS_PER_MTOK: envInt({ min: 0 }).optional(),
  VISION_OUTPUT_MICROS_PER_MTOK: envInt({ min: 0 }).optional(),
  GOOGLE_VISION_ENDPOINT: envUrl().optional(),
  GOOGLE_VISION_MICROS_PER_PHOTO: envInt({ min: 0 }).default(6_750),
});

export type VisionEnv = z.infer<typeof visionEnv>;
