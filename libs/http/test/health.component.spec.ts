import { Module } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, HealthModule, type HealthCheck } from '../src/index.ts';

const up: HealthCheck = { name: 'database', check: () => Promise.resolve() };
const down: HealthCheck = {
  name: 'bus',
  check: () => Promise.reject(new Error('connect postgres://app:hunter2@db refused')),
};
const silent: HealthCheck = { name: 'storage', check: () => new Promise(() => {}) };

describe('health', () => {
  let app: NestFastifyApplication;
  afterEach(() => app.close());

  async function readiness(checks: readonly HealthCheck[]) {
    @Module({ imports: [HealthModule.forRootAsync({ useFactory: () => checks })] })
    class HealthyModule {}
    const logger = { info: () => {}, error: () => {} };
    app = await createHttpApp(HealthyModule, { service: 'healthy', api: { title: 'Healthy' }, logger });
    await app.listen(0, '127.0.0.1');
    const answer = await fetch(`${await app.getUrl()}/health/ready`);
    return { status: answer.status, text: await answer.text() };
  }

  it('is ready when every dependency is up, and says how long each took', async () => {
    const { status, text } = await readiness([up]);
    expect({ status, body: JSON.parse(text) }).toEqual({
      status: 200,
      body: { state: 'ready', dependencies: [{ name: 'database', state: 'up', latencyMs: expect.any(Number) }] },
    });
  });

  it('is not ready when one is down, and names it without a word of its error', async () => {
    const { status, text } = await readiness([up, down]);
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({
      state: 'not-ready',
      dependencies: [{ state: 'up' }, { name: 'bus', state: 'down', reason: 'error' }],
    });
    expect(text).not.toContain('hunter2');
  });

  it('stays ready when only something is down that requests do not need, and shows it', async () => {
    const { status, text } = await readiness([up, { ...down, essential: false }]);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      state: 'ready',
      dependencies: [{ state: 'up' }, { name: 'bus', state: 'down', reason: 'error' }],
    });
  });

  it('does not wait for a dependency that says nothing', async () => {
    const { status, text } = await readiness([silent]);
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ dependencies: [{ name: 'storage', reason: 'timeout' }] });
  });

  it('stays alive whatever is down, asks no more than it must, and hides behind no version', async () => {
    let asked = 0;
    const counted: HealthCheck = { ...down, check: () => Promise.reject(new Error(String((asked += 1)))) };
    const began = performance.now();
    await readiness([counted]);
    const url = await app.getUrl();
    await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/health/ready`)));
    // An answer is used again for half a second, however many ask.
    expect(asked).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - began) / 500));
    const live = await fetch(`${url}/health/live`);
    expect({ status: live.status, body: await live.json() }).toEqual({ status: 200, body: { state: 'alive' } });
  });
});
