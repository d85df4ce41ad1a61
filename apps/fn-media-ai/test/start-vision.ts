import { createMetrics } from '@foundnow/telemetry';
import { eventually } from '@foundnow/testing';
import { parseEnv } from '@foundnow/config';
import sharp from 'sharp';
import { openVision, type VisionParts } from '../src/outbound/vision/open-vision.ts';
import type { VisionQuestion } from '../src/use-cases/vision-provider.port.ts';
import { visionEnv } from '../src/vision-env.ts';
import { FakeClaudeApi } from './fakes/fake-claude-api.ts';
import { FakeTiming } from './fakes/fake-timing.ts';
import { MemoryVisionBudget } from './fakes/memory-vision-budget.ts';
import { MemoryVisionCache } from './fakes/memory-vision-cache.ts';
import { aQuestion } from './vision-question.builder.ts';

/** Vision as it is composed, before a fake of the Claude API, in a time that only the test lets pass. */
export async function startVision(env: Record<string, string> = {}, parts: Partial<VisionParts> = {}) {
  const api = await new FakeClaudeApi().start();
  const timing = new FakeTiming('2026-05-01T12:00:00.000Z');
  const budget = new MemoryVisionBudget();
  const cache = new MemoryVisionCache(timing);
  const metrics = createMetrics('fn-media-ai', { processMetrics: false });
  const troubles: unknown[] = [];
  const keys = { ANTHROPIC_API_KEY: api.apiKey, ANTHROPIC_BASE_URL: api.url };
  const own = { budget, cache, metrics, timing, onTrouble: (error: unknown) => void troubles.push(error) };
  const vision = await openVision(parseEnv(visionEnv, { ...keys, ...env }), { ...own, ...parts });
  let photos = 0;
  return {
    api,
    timing,
    budget,
    cache,
    vision,
    troubles,
    /** Each call another photo, unless the test says which. */
    question: (changed: Partial<VisionQuestion> = {}) => {
      photos += 1;
      return aQuestion({ image: A_PHOTO, photoSha256: String(photos).padStart(64, '0'), ...changed });
    },
    /** Until somebody waits exactly so long; then that time passes. */
    async passWait(milliseconds: number) {
      await eventually(() => timing.waits.includes(milliseconds), { intervalMs: 2 });
      await timing.pass(milliseconds);
    },
    rendered: async () => (await metrics.render()).body,
    async stop() {
      await vision.close();
      await api.stop();
    },
  };
}

export type StartedVision = Awaited<ReturnType<typeof startVision>>;

const A_PHOTO = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#1b2a49' } })
  .jpeg()
  .toBuffer();

/** A photo in which somebody wrote something. */
export function photoSaying(text: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#eee"/>
    <text x="10" y="240" font-size="20">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}
