import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { SignalModel } from '../../src/domain/scoring/match-model.ts';
import { SIGNAL_NAMES } from '../../src/domain/signals/all-signals.ts';
import { STRENGTH_ORDER } from '../../src/domain/signals/strength.ts';
import { readModel } from '../../src/outbound/knowledge/read-model.ts';

const FOLDER = new URL('../../models/', import.meta.url);
const VERSIONS = readdirSync(FOLDER).map((file) => file.replace('.json', ''));

function bits(signal: SignalModel | undefined, level: string): number {
  const { m, u } = signal?.levels[level] ?? { m: 1, u: 1 };
  return Math.log2(m / u);
}

describe.each(VERSIONS)('the model %s', (version) => {
  const { signals, trained, calibration, version: name } = readModel(version);

  it('says how it was made, under its own name', () => {
    expect(name).toBe(version);
    expect(trained).toMatchObject({ method: expect.stringMatching(/^(labels|em)$/), pairs: expect.any(Number) });
  });

  it('knows every signal there is', () => {
    expect(Object.keys(signals).toSorted()).toEqual([...SIGNAL_NAMES].toSorted());
    expect(calibration.slope).toBeGreaterThan(0);
  });

  it.each(['text', 'marks', 'tags', 'writing'])('never weighs more %s in common less', (signal) => {
    const weights = STRENGTH_ORDER.map((level) => bits(signals[signal], level));
    for (const [at, weight] of weights.entries())
      expect(weight).toBeGreaterThanOrEqual((weights[at - 1] ?? -99) - 1e-9);
  });

  it.each([
    ['time', 'exact-long-before'],
    ['time', 'exact-before'],
    ['serial', 'different'],
    ['brand', 'different'],
    ['color', 'different'],
    ['place', 'spot-far'],
    ['category', 'other'],
  ])('holds %s %s against a pair', (signal, level) => {
    expect(bits(signals[signal], level)).toBeLessThan(-0.5);
  });

  it.each([
    ['time', 'exact-then'],
    ['serial', 'same'],
    ['serial', 'near'],
    ['brand', 'same'],
    ['color', 'same'],
    ['place', 'spot-same'],
    ['category', 'same'],
    ['model', 'same'],
  ])('takes %s %s for a good sign', (signal, level) => {
    expect(bits(signals[signal], level)).toBeGreaterThan(0.5);
  });
});
