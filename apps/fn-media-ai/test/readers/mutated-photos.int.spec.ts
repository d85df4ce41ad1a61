import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import sharp from 'sharp';
import { ReaderPool } from '../../src/outbound/reader/reader-pool.ts';
import { mutated, otherFiles, wholeFiles } from './mutated-files.ts';

const MEGABYTE = 1024 * 1024;
const ABOUT = { kind: 'found', category: '', language: 'en' } as const;
const COUNT = 1_000;
const AT_ONCE = 8;

describe('a thousand broken files', () => {
  const pool = new ReaderPool({ readers: 1, replaceAboveBytes: 450 * MEGABYTE });
  const outcomes = new Map<string, number>();
  const memory = { before: 0, after: 0 };
  let temporary: readonly string[] = [];
  let pids: readonly number[] = [];

  const outcomeOf = (file: Buffer) =>
    pool.read(file, ABOUT).then(
      ({ forms }) => `read, ${forms.length} forms`,
      (error: unknown) => String((error as { code?: string }).code),
    );

  beforeAll(async () => {
    const whole = await wholeFiles();
    for (const file of whole) expect(await outcomeOf(file)).toBe('read, 2 forms');
    temporary = readdirSync(tmpdir()).filter(isOfDecoders);
    pids = pool.pids;
    const files = [
      ...(await otherFiles()),
      ...Array.from({ length: COUNT }, (_, n) => mutated(whole[n % whole.length]!, n)),
    ];
    memory.before = process.memoryUsage.rss();
    for (let from = 0; from < files.length; from += AT_ONCE) {
      const asked = files.slice(from, from + AT_ONCE).map(outcomeOf);
      for (const outcome of await Promise.all(asked)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    memory.after = process.memoryUsage.rss();
  }, 300_000);
  afterAll(() => pool.close());

  it('are each read or refused for good, none by a crash and none in vain', () => {
    const refusals = ['image.damaged', 'image.type', 'image.empty', 'image.animated', 'image.not_only_a_photo'];
    const expected = ['read, 2 forms', 'image.too_many_pixels', 'image.heic', ...refusals];
    expect([...outcomes.keys()].filter((outcome) => !expected.includes(outcome))).toEqual([]);
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(COUNT);
    expect(outcomes.get('image.damaged')).toBeGreaterThan(COUNT / 3);
    expect(outcomes.get('read, 2 forms')).toBeGreaterThan(COUNT / 50);
  });

  it('leave the reader alive and small, so that the next photo is read by the same process', async () => {
    expect(pids).toHaveLength(1);
    const [file] = await wholeFiles();
    expect(await outcomeOf(file!)).toBe('read, 2 forms');
    expect(pool.pids).toEqual(pids);
  });

  it.each([
    [1, 1],
    [1, 20_000],
    [20_000, 1],
    [640, 3],
    [17, 16],
  ])('have not spoilt it for a photo of %d by %d pixels', async (width, height) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const picture = sharp({ create: { width, height, channels: 3, background: '#888', noise } });
    expect(await outcomeOf(await picture.png().toBuffer())).toBe('read, 2 forms');
    expect(pool.pids).toEqual(pids);
  });

  it('leave no temporary files, and no memory worth mentioning, behind', () => {
    expect(readdirSync(tmpdir()).filter(isOfDecoders)).toEqual(temporary);
    expect(memory.after - memory.before).toBeLessThan(120 * MEGABYTE);
  });
});

/** As libvips and its loaders name what they put aside. */
function isOfDecoders(name: string): boolean {
  return /vips|magick|sharp|heif|\.v$/i.test(name);
}
