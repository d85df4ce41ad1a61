import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { learnFrom } from './learn-from.ts';
import { openWorld } from './open-world.ts';
import { randomFrom } from './estimate/planted-pairs.ts';

const DAY = 86_400_000;
const BRANDS = ['Acme', 'Nordhike', 'Zenit', 'Orlo'];

/** A town in which who finds something always names the brand of the owner, and is near the place. */
function aTown(pairs: number, seed: number): string {
  const random = randomFrom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'fn-train-'));
  const posts: unknown[] = [];
  const truth: unknown[] = [];
  for (let at = 0; at < pairs; at += 1) {
    const brand = BRANDS[Math.floor(random() * BRANDS.length)];
    const location = { lat: 48.2 + random() * 0.02, lng: 16.37 + random() * 0.02 };
    const occurredFrom = Date.UTC(2026, 4, 1) + Math.floor(random() * 20) * DAY;
    const post = { title: 'bag', category: 'bags.backpack', attributes: { brand }, location, radiusMeters: 200 };
    const found = { occurredFrom: occurredFrom + DAY / 12, occurredTo: occurredFrom + DAY / 12 };
    posts.push({ ...post, id: `lost-${at}`, kind: 'lost', occurredFrom, occurredTo: occurredFrom });
    posts.push({ ...post, id: `found-${at}`, kind: 'found', ...found });
    truth.push({ lostId: `lost-${at}`, foundId: `found-${at}` });
  }
  for (const [name, lines] of Object.entries({ posts, truth })) {
    writeFileSync(join(folder, `${name}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
  return folder;
}

describe('a model', () => {
  const data = [aTown(120, 1)];
  const lesson = { data, validation: [], version: 'town', later: 0, assumed: { time: {}, place: {} } };

  it('is learnt from posts and truth, and is the same when it is learnt again', async () => {
    const model = await learnFrom({ ...lesson, labels: true }, openWorld());
    expect(model.trained).toMatchObject({ method: 'labels', posts: 240 });
    const {
      'exact-then': then,
      'exact-hours': hours,
      'exact-long-before': before,
    } = model.signals['time']?.levels ?? {};
    expect((hours?.m ?? 0) / (hours?.u ?? 1)).toBeGreaterThan(2);
    expect(then?.m ?? 0).toBeLessThan(0.5);
    expect((before?.m ?? 1) / (before?.u ?? 1)).toBeLessThan(0.5);
    expect(await learnFrom({ ...lesson, labels: true }, openWorld())).toEqual(model);
  });

  it('is learnt without truth too, and finds the same signs', async () => {
    const model = await learnFrom({ ...lesson, labels: false }, openWorld());
    expect(model.trained).toMatchObject({ method: 'em' });
    const { 'spot-same': same, 'spot-far': far } = model.signals['place']?.levels ?? {};
    expect((same?.m ?? 0) / (same?.u ?? 1)).toBeGreaterThan((far?.m ?? 0) / (far?.u ?? 1));
  });
});
