import { inspect } from 'node:util';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ConfigError, parseEnv } from '@foundnow/config';
import { errorFacts } from '@foundnow/telemetry';
import { eventually } from '@foundnow/testing';
import { claudeFailure } from '../../src/outbound/vision/claude/claude-failure.ts';
import { visionEnv } from '../../src/vision-env.ts';
import type { ClaudeAct } from '../fakes/fake-claude-api.ts';
import { type StartedVision, startVision } from '../start-vision.ts';

const PLANTED = /sk-ant-planted|very secret|planted-title|planted-description|612 345 678/;

const BAD_DAYS: readonly ClaudeAct[] = [
  { status: 400 },
  { status: 401 },
  { status: 413 },
  { status: 429, headers: { 'retry-after': '3600' } },
  { answer: 'very secret words of the model' },
  { answer: 'planted-title', stop: 'refusal' },
  { raw: '{"very secret": ' },
  'cut-answer',
  'redirect',
];

describe('what vision must not tell', () => {
  let started: StartedVision;
  afterEach(async () => {
    jest.restoreAllMocks();
    await started.stop();
  });

  it('holds neither key nor words in logs, metrics, states or outcomes, whatever the API answers', async () => {
    const written: unknown[] = [];
    for (const level of ['log', 'debug', 'info', 'warn', 'error'] as const) {
      jest.spyOn(console, level).mockImplementation((...line) => void written.push(line));
    }
    started = await startVision();
    const { api, timing, vision, question, rendered, troubles } = started;
    for (const act of BAD_DAYS) {
      api.acts.push(...Array.from({ length: 4 }, () => act));
      const outcome = vision.look(
        question({ title: 'planted-title', description: 'planted-description, call +34 612 345 678' }),
      );
      let ended = false;
      void outcome.finally(() => (ended = true));
      await eventually(() => timing.pass(1_000).then(() => ended), { intervalMs: 5 });
      written.push(await outcome);
      await timing.pass(120_000);
      api.acts.length = 0;
    }
    written.push(await vision.providers(), await rendered(), troubles, inspect(vision, { depth: 1 }));
    expect(written.length).toBeGreaterThan(BAD_DAYS.length);
    expect(inspect(written, { depth: 20, maxStringLength: null })).not.toMatch(PLANTED);
  });

  it('drops what the client library says of a failure: its words and its headers', async () => {
    started = await startVision();
    const { default: Client, APIError } = await import('@anthropic-ai/sdk');
    const client = new Client({ apiKey: started.api.apiKey, baseURL: started.api.url, maxRetries: 0, logLevel: 'off' });
    started.api.acts.push({ status: 429, headers: { 'retry-after': '3' } });
    const messages = [{ role: 'user' as const, content: 'planted-title' }];
    const error: unknown = await client.messages
      .create({ model: 'claude-haiku-5-5', max_tokens: 9, messages })
      .catch((each: unknown) => each);
    expect(error).toBeInstanceOf(APIError);
    expect(inspect(error, { depth: 9 })).toMatch(PLANTED);
    const failure = claudeFailure(error, new Date());
    expect(`${inspect(failure, { depth: 9 })} ${JSON.stringify(errorFacts(failure))}`).not.toMatch(PLANTED);
    expect(failure).toMatchObject({ reason: 'rate-limited', retryAfterMs: 3_000 });
    expect(failure.cause).toBeUndefined();
  });

  it('does not show the key to whoever looks at the provider or at a refused configuration', async () => {
    started = await startVision();
    expect(inspect(started.vision, { depth: 9, showHidden: true })).not.toContain('sk-ant-planted');
    expect(JSON.stringify(started.vision)).not.toContain('sk-ant-planted');
    const refusal = () => parseEnv(visionEnv, { ANTHROPIC_API_KEY: 'sk-ant-planted 1', VISION_TIMEOUT: 'x' });
    expect(refusal).toThrow(ConfigError);
    expect(refusal).not.toThrow('planted');
  });
});
