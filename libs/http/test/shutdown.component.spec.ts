import { Agent, get, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startSampleApp } from './sample-app.ts';

/** Before the grace is over in which connections may end by themselves, and long before idle ones are given up. */
const CLOSE_WITHIN_MS = 9_000;

describe('a shutdown', () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  afterEach(() => agent.destroy());

  const ask = (url: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer));
      }).on('error', reject);
    });
  const timed = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };

  it('does not wait for connections that are merely kept open', async () => {
    const { app, url } = await startSampleApp();
    await Promise.all(Array.from({ length: 20 }, () => ask(`${url}/api/v1/items`)));
    expect(await timed(() => app.close())).toBeLessThan(CLOSE_WITHIN_MS);
  });

  it('finishes the work under way, then lets its connection go', async () => {
    const { app, url, whenBusy } = await startSampleApp();
    const answer = ask(`${url}/api/v1/items/slow`);
    await whenBusy();
    expect(await timed(() => app.close())).toBeLessThan(CLOSE_WITHIN_MS);
    expect((await answer).statusCode).toBe(200);
    await expect(ask(`${url}/api/v1/items`)).rejects.toThrow(/ECONNREFUSED|socket hang up/);
  });

  it('does not wait for ever for work that does not end', async () => {
    const { app, url, whenBusy } = await startSampleApp({ shutdownGraceMs: 100 });
    const cut = ask(`${url}/api/v1/items/stuck`).catch(String);
    await whenBusy();
    expect(await timed(() => app.close())).toBeLessThan(CLOSE_WITHIN_MS);
    expect(await cut).toMatch(/socket hang up|ECONNRESET/);
  });
});
