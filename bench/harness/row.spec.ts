import { describe, expect, it } from '@jest/globals';
import { type Bound, judge, type Row } from './row.ts';

const row = (bound: Bound): Row => ({
  name: 'example',
  about: 'an example',
  unit: 'ops/s',
  peerName: 'peer',
  bound,
  run: () => Promise.reject(new Error('not run here')),
});

const measurement = { measured: 30, peer: 10, checks: {}, details: {} };

describe('judging a row', () => {
  it('passes a ratio on its bound and fails one below it', () => {
    expect(judge(row({ of: 'ratio', atLeast: 3 }), measurement)).toMatchObject({
      ratio: 3,
      pass: true,
      bound: 'ratio >= 3',
    });
    expect(judge(row({ of: 'ratio', atLeast: 3.1 }), measurement).pass).toBe(false);
  });

  it('judges the measured figure where the promise is about it', () => {
    expect(judge(row({ of: 'measured', atMost: 30 }), measurement).pass).toBe(true);
    expect(judge(row({ of: 'measured', atMost: 29 }), measurement).pass).toBe(false);
  });

  it('fails when one of its further checks fails, and when a figure is not a number', () => {
    const bound: Bound = { of: 'ratio', atLeast: 1 };
    expect(judge(row(bound), { ...measurement, checks: { ordered: true, lossless: false } }).pass).toBe(false);
    expect(judge(row(bound), { ...measurement, measured: Number.NaN }).pass).toBe(false);
  });

  it('lets a figure miss its promise by the slack that was asked for, and a check by nothing', () => {
    const bound: Bound = { of: 'ratio', atLeast: 3.3 };
    expect([0, 0.15].map((slack) => judge(row(bound), measurement, slack).pass)).toEqual([false, true]);
    expect(judge(row(bound), { ...measurement, checks: { lossless: false } }, 0.15).pass).toBe(false);
  });
});
