import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { ClaudeAct } from '../fakes/fake-claude-api.ts';
import { type StartedVision, startVision } from '../start-vision.ts';

const OVERLOADED: ClaudeAct = { status: 529 };

describe('vision on the bad days of the Claude API', () => {
  let started: StartedVision;
  const start = async (env: Record<string, string> = {}) => (started = await startVision(env));
  afterEach(() => started.stop());

  it('asks four times, 2, 4 and 8 seconds apart, and then goes on without', async () => {
    const { api, timing, vision, question, passWait } = await start();
    const began = timing.now().getTime();
    api.acts.push(OVERLOADED, { status: 503 }, 'cut-connection', { status: 500 });
    const outcome = vision.look(question());
    for (const wait of [2_000, 4_000, 8_000]) await passWait(wait);
    expect(await outcome).toEqual({ degraded: true, refusals: [{ provider: 'claude', reason: 'unavailable' }] });
    expect(api.asked).toHaveLength(4);
    expect(timing.now().getTime() - began).toBe(14_000);
    expect(await started.rendered()).toContain('vision_outcomes_total{degraded="true"} 1');
  });

  it('waits as long as retry-after says, and answers then', async () => {
    const { api, vision, question, passWait } = await start();
    api.acts.push({ status: 429, headers: { 'retry-after': '17' } });
    const outcome = vision.look(question());
    await passWait(17_000);
    expect(await outcome).toMatchObject({ degraded: false, provider: 'claude', milliseconds: 17_000 });
  });

  it('goes on without at once when it would have to wait for minutes', async () => {
    const { api, vision, question } = await start();
    api.acts.push({ status: 429, headers: { 'retry-after': '3600' } });
    expect(await vision.look(question())).toMatchObject({ refusals: [{ reason: 'rate-limited' }] });
    expect(api.asked).toHaveLength(1);
  });

  it('gives an attempt 30 seconds, and counts what a lost one may have cost', async () => {
    const { api, budget, vision, question, passWait } = await start();
    api.acts.push('silence');
    const outcome = vision.look(question());
    await eventually(() => api.asked.length === 1);
    await passWait(30_000);
    await passWait(2_000);
    expect(await outcome).toMatchObject({ degraded: false, milliseconds: 32_000 });
    const spent = (await budget.spentOn('2026-05-01')).get('claude') ?? 0;
    expect(spent).toBeGreaterThan(350 + 2_048);
    expect(await started.rendered()).toMatch(
      /vision_attempt_duration_seconds_count\{provider="claude",outcome="timeout"\} 1/,
    );
  });

  it('opens the breaker with the fifth failure, spares the API for 30 seconds and probes it one by one', async () => {
    const { api, timing, vision, question, passWait } = await start();
    const failing = Array.from({ length: 5 }, () => OVERLOADED);
    api.acts.push(...failing);
    const first = vision.look(question());
    for (const wait of [2_000, 4_000, 8_000]) await passWait(wait);
    expect(await first).toMatchObject({ refusals: [{ reason: 'overloaded' }] });
    const second = vision.look(question());
    await passWait(2_000);
    expect(await second).toMatchObject({ refusals: [{ reason: 'breaker-open' }] });
    expect(api.asked).toHaveLength(5);
    expect(await started.rendered()).toContain('circuit_breaker_state{name="vision-claude",state="open"} 1');

    await timing.pass(27_999);
    expect(await vision.look(question())).toMatchObject({ refusals: [{ reason: 'breaker-open' }] });
    expect((await vision.providers()).providers[0]).toMatchObject({ state: 'breaker-open', breaker: 'open' });
    await timing.pass(1);
    const outcomes = await Promise.all([vision.look(question()), vision.look(question()), vision.look(question())]);
    expect(outcomes.filter(({ degraded }) => degraded)).toHaveLength(2);
    expect(api.asked).toHaveLength(6);
    expect((await vision.providers()).providers[0]).toMatchObject({ state: 'ready', breaker: 'half-open' });
    expect(await vision.look(question())).toMatchObject({ degraded: false });
    expect((await vision.providers()).providers[0]).toMatchObject({ state: 'ready', breaker: 'closed' });
  });

  it('opens again for 30 seconds when a probe fails', async () => {
    const { api, timing, vision, question } = await start();
    api.acts.push(...Array.from({ length: 6 }, (): ClaudeAct => ({ status: 401 })));
    for (let count = 0; count < 5; count += 1) await vision.look(question());
    await timing.pass(30_000);
    expect(await vision.look(question())).toMatchObject({ refusals: [{ reason: 'misconfigured' }] });
    await timing.pass(29_999);
    expect(await vision.look(question())).toMatchObject({ refusals: [{ reason: 'breaker-open' }] });
    await timing.pass(1);
    expect(await vision.look(question())).toMatchObject({ degraded: false });
    expect(api.asked).toHaveLength(7);
  });

  it.each<[string, ClaudeAct]>([
    ['refused', { answer: '', stop: 'refusal' }],
    ['malformed', { answer: 'I would rather write a poem' }],
    ['cut-off', { answer: '{"description":{"value":"aaaa', stop: 'max_tokens' }],
    ['question-refused', { status: 400 }],
  ])('goes on without after %s, asked once, and no number of such photos opens the breaker', async (reason, act) => {
    const { api, vision, question } = await start();
    for (let count = 0; count < 12; count += 1) {
      api.acts.push(act);
      expect(await vision.look(question())).toEqual({ degraded: true, refusals: [{ provider: 'claude', reason }] });
    }
    expect(api.asked).toHaveLength(12);
    expect((await vision.providers()).providers[0]).toMatchObject({ state: 'ready', breaker: 'closed' });
  });

  it('goes on without for the rest of the day when the budget is spent, and asks again at midnight UTC', async () => {
    const { api, timing, budget, vision, question } = await start({ VISION_DAILY_BUDGET_MICROS: '5000' });
    await budget.reserve({ day: '2026-05-01', provider: 'claude', micros: 4_000 }, 5_000);
    expect(await vision.look(question())).toMatchObject({ refusals: [{ reason: 'budget-spent' }] });
    expect(api.asked).toHaveLength(0);
    timing.set('2026-05-02T00:00:00.000Z');
    expect(await vision.look(question())).toMatchObject({ degraded: false });
    expect(await vision.providers()).toMatchObject({ day: '2026-05-02', budgetMicros: 5_000, spentMicros: 350 });
  });

  it('sends away whom it has no place for', async () => {
    const { api, vision, question } = await start({ VISION_CONCURRENCY: '1', VISION_QUEUE: '1' });
    api.acts.push('silence');
    void vision.look(question()).catch(() => undefined);
    await eventually(() => api.asked.length === 1);
    void vision.look(question());
    expect(await vision.look(question())).toMatchObject({ refusals: [{ reason: 'busy' }] });
    expect((await vision.providers()).providers[0]).toMatchObject({ underWay: 1, waiting: 1 });
  });

  it('lets a caller who leaves go at once, and with the reason', async () => {
    const { api, vision, question, timing } = await start();
    api.acts.push('silence');
    const caller = new AbortController();
    const outcome = vision.look(question(), caller);
    await eventually(() => api.asked.length === 1);
    caller.abort(new Error('the form was closed'));
    await expect(outcome).rejects.toThrow('the form was closed');
    expect(timing.waits).toEqual([]);
    expect((await vision.providers()).providers[0]).toMatchObject({ underWay: 0, breaker: 'closed' });
  });
});
