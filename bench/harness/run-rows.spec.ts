import { describe, expect, it } from '@jest/globals';
import type { Measurement, Row, RunOptions } from './row.ts';
import { runRows } from './run-rows.ts';

const good: Measurement = { measured: 30, peer: 10, checks: {}, details: {} };

function row(name: string, run: (options: RunOptions) => Promise<Measurement>): Row {
  return { name, about: '', unit: 'ops/s', peerName: 'peer', bound: { of: 'ratio', atLeast: 3 }, run };
}

async function runAsJson(...rows: Row[]) {
  const lines: string[] = [];
  const options = { quick: true, slack: 0, save: false, json: true, server: undefined, progress: () => undefined };
  const failed = await runRows(rows, { ...options, print: (line) => void lines.push(line) });
  return { failed, results: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('running rows', () => {
  it('prints one JSON object per row, with every field, also of a row that broke', async () => {
    const { failed, results } = await runAsJson(
      row('holds', async () => good),
      row('misses', async () => ({ ...good, measured: 29 })),
      row('breaks', () => Promise.reject(new Error('out of paper'))),
    );
    expect(failed).toBe(2);
    expect(results.map(({ row: name, pass }) => [name, pass])).toEqual([
      ['holds', true],
      ['misses', false],
      ['breaks', false],
    ]);
    const fields = ['row', 'unit', 'measured', 'peer', 'peerName', 'ratio', 'bound', 'pass', 'details'];
    for (const result of results) expect(Object.keys(result)).toEqual(fields);
    expect(results[2]).toMatchObject({ measured: null, peer: null, ratio: null, details: { broke: 'out of paper' } });
  });

  it('closes what a row opened, also when it broke, before the next one begins', async () => {
    const order: string[] = [];
    const opening = (name: string, end: () => Promise<Measurement>) =>
      row(name, async ({ closing }) => {
        order.push(`run ${name}`);
        closing.defer(() => void order.push(`close ${name}`));
        return end();
      });
    await runAsJson(
      opening('a', () => Promise.reject(new Error('broke'))),
      opening('b', async () => good),
    );
    expect(order).toEqual(['run a', 'close a', 'run b', 'close b']);
  });
});
