import { describe, expect, it } from '@jest/globals';
import { parseEnv } from '@foundnow/config';
import { priceOf } from './outbound/vision/claude/known-prices.ts';
import { PROMPT_VERSIONS } from './outbound/vision/claude/prompts.ts';
import { visionEnv } from './vision-env.ts';

const parsed = (env: Record<string, string>) => parseEnv(visionEnv, env);

describe('the configuration of vision', () => {
  it('asks Claude and nobody else where nothing is said, and without a key not even that', () => {
    expect(parsed({})).toMatchObject({
      VISION_PROVIDERS: ['claude'],
      VISION_DAILY_BUDGET_MICROS: 1_000_000,
      VISION_TIMEOUT: 30_000,
      VISION_MODEL: 'claude-haiku-5-5',
      VISION_EFFORT: 'low',
    });
    expect(parsed({}).ANTHROPIC_API_KEY).toBeUndefined();
  });

  it.each([
    ['none', []],
    ['google-vision, claude', ['google-vision', 'claude']],
    ['claude,claude', ['claude']],
  ])('takes %j as an order', (text, order) => {
    expect(parsed({ VISION_PROVIDERS: text }).VISION_PROVIDERS).toEqual(order);
  });

  it.each([
    { VISION_PROVIDERS: 'gpt' },
    { VISION_PROVIDERS: 'none,claude' },
    { VISION_TIMEOUT: '30' },
    { VISION_TIMEOUT: '1h' },
    { VISION_DAILY_BUDGET_MICROS: '-1' },
    { VISION_DAILY_BUDGET_MICROS: '1.5' },
    { VISION_PROMPT_VERSION: 'item-0' },
    { ANTHROPIC_BASE_URL: 'ftp://x' },
  ])('refuses %j by its key', (env) => {
    expect(() => parsed(env)).toThrow(Object.keys(env)[0]);
  });

  it('refuses a key that would break a header, and does not repeat it', () => {
    const refusal = () => parsed({ ANTHROPIC_API_KEY: 'sk-ant-planted\nx: y' });
    expect(refusal).toThrow('ANTHROPIC_API_KEY');
    expect(refusal).not.toThrow('planted');
  });

  it('takes a key with blanks around it', () => {
    expect(parsed({ ANTHROPIC_API_KEY: ' sk-ant-123456 \n' }).ANTHROPIC_API_KEY).toBe('sk-ant-123456');
  });

  it('knows the prices of the models of now, and lets them be corrected', () => {
    expect(priceOf(parsed({}))).toEqual({ inputMicrosPerMTok: 100_000, outputMicrosPerMTok: 500_000 });
    expect(priceOf(parsed({ VISION_INPUT_MICROS_PER_MTOK: '90000' })).inputMicrosPerMTok).toBe(90_000);
  });

  it('does not guess the price of a model that it does not know', () => {
    expect(() => priceOf(parsed({ VISION_MODEL: 'claude-next' }))).toThrow('VISION_INPUT_MICROS_PER_MTOK');
    expect(() => priceOf(parsed({ VISION_MODEL: 'constructor' }))).toThrow('VISION_INPUT_MICROS_PER_MTOK');
    const env = parsed({
      VISION_MODEL: 'claude-next',
      VISION_INPUT_MICROS_PER_MTOK: '1',
      VISION_OUTPUT_MICROS_PER_MTOK: '2',
    });
    expect(priceOf(env)).toEqual({ inputMicrosPerMTok: 1, outputMicrosPerMTok: 2 });
  });

  it('offers the prompts that there are', () => {
    expect(visionEnv.shape.VISION_PROMPT_VERSION.unwrap().options).toEqual(PROMPT_VERSIONS);
  });
});
