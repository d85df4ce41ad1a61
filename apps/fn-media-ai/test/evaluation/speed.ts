import { decode } from '../../src/outbound/reader/decode.ts';
import { MAKERS } from '../rendered/cards.ts';
import { chance } from '../rendered/chance.ts';
import { photograph } from '../rendered/photograph.ts';
import type { Measurement } from './measurement.ts';
import { readWriting } from './read-again.ts';

const TWELVE_MEGAPIXELS_WIDE = 4_000;

/** Work of one core for a photo of twelve megapixels with a card on it: decoding, codes and writing. */
export async function evaluateSpeed(seed: number, size: number): Promise<readonly Measurement[]> {
  const spent: number[] = [];
  for (const [at, make] of Object.values(MAKERS).entries()) {
    for (let again = 0; again < Math.max(1, size >> 2); again += 1) {
      const random = chance(seed * 67_867_967 + at * 31 + again);
      const thing = make(random);
      const file = await photograph(
        thing.drawing,
        { noise: 3, seed: at, degrees: random.pick([0, 6, 90]) },
        TWELVE_MEGAPIXELS_WIDE,
      );
      const start = process.cpuUsage();
      await readWriting(await decode(file), { kind: 'found', category: thing.category, language: 'es' });
      const { user, system } = process.cpuUsage(start);
      spent.push((user + system) / 1_000);
    }
  }
  const ordered = spent.toSorted((a, b) => a - b);
  const p95 = Math.round(ordered[Math.floor((ordered.length - 1) * 0.95)] ?? 0);
  return [{ name: 'speed.text-12mp-p95', unit: 'ms of one core', atMost: 2_500, value: p95, cases: spent.length }];
}
