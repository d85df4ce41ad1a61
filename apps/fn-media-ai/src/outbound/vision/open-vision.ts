import type { Metrics } from '@foundnow/telemetry';
import type { VisionBudget } from '../../use-cases/vision-budget.port.ts';
import type { VisionCache } from '../../use-cases/vision-cache.port.ts';
import type { VisionProvider } from '../../use-cases/vision-provider.port.ts';
import type { Vision } from '../../use-cases/vision.port.ts';
import type { ProviderName, VisionEnv } from '../../vision-env.ts';
import { openClaudeVision } from './claude/claude-vision.ts';
import { priceOf } from './claude/known-prices.ts';
import { GOOGLE_MODEL, openGoogleVision } from './google/google-vision.ts';
import { GuardedProvider, type Surroundings } from './guarded-provider.ts';
import { type KeylessProvider, ProviderOrder } from './provider-order.ts';
import { systemTiming, type Timing } from './timing.ts';
import { VisionMeters } from './vision-meters.ts';

export interface VisionParts {
  readonly budget: VisionBudget;
  readonly cache: VisionCache;
  readonly metrics: Pick<Metrics, 'breaker' | 'count' | 'gauge' | 'observeSeconds'>;
  /** Costs and answers that could not be written down. */
  readonly onTrouble: (error: unknown) => void;
  readonly timing?: Timing;
  /** For a test: how Google's client signs in. */
  readonly googleClient?: Parameters<typeof openGoogleVision>[0]['client'];
}

/** The providers that the configuration names, each with its guards, in its order. */
export async function openVision(env: VisionEnv, parts: VisionParts): Promise<Vision> {
  const { timing = systemTiming, budget, cache, onTrouble } = parts;
  const meters = new VisionMeters(parts.metrics);
  const around: Surroundings = {
    budget,
    cache,
    onTrouble,
    timing,
    meters,
    limitMicros: env.VISION_DAILY_BUDGET_MICROS,
    keepMs: env.VISION_CACHE_FOR,
    timeoutMs: env.VISION_TIMEOUT,
    bulkhead: { underWay: env.VISION_CONCURRENCY, waiting: env.VISION_QUEUE },
  };
  const order: Array<GuardedProvider | KeylessProvider> = [];
  for (const name of env.VISION_PROVIDERS) {
    const provider = await openProvider(name, env, parts);
    order.push('look' in provider ? new GuardedProvider(provider, around) : provider);
  }
  return new ProviderOrder(order, around);
}

async function openProvider(
  name: ProviderName,
  env: VisionEnv,
  { timing = systemTiming, googleClient }: VisionParts,
): Promise<VisionProvider | KeylessProvider> {
  const { ANTHROPIC_API_KEY: apiKey, VISION_MODEL: model, VISION_EFFORT: effort, VISION_TIMEOUT: timeoutMs } = env;
  if (name === 'google-vision') {
    const opened = await openGoogleVision({
      priceMicros: env.GOOGLE_VISION_MICROS_PER_PHOTO,
      endpoint: env.GOOGLE_VISION_ENDPOINT,
      timeoutMs,
      ...(googleClient && { client: googleClient }),
    });
    return opened ?? { name, model: GOOGLE_MODEL };
  }
  if (apiKey === undefined) return { name, model };
  const options = {
    apiKey,
    model,
    baseUrl: env.ANTHROPIC_BASE_URL,
    promptVersion: env.VISION_PROMPT_VERSION,
    effort: effort === 'none' ? undefined : effort,
    maxTokens: env.VISION_MAX_TOKENS,
    price: priceOf(env),
  };
  return openClaudeVision(options, timing);
}
