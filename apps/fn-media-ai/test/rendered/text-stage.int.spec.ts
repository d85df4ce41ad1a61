import { readdirSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { decode } from '../../src/outbound/reader/decode.ts';
import { Recogniser } from '../../src/outbound/reader/stages/ocr/recogniser.ts';
import { TextStage } from '../../src/outbound/reader/stages/text-stage.ts';
import type { WrittenLine } from '../../src/domain/text/written-line.ts';
import { chance } from './chance.ts';
import { label } from './labels.ts';
import { type Conditions, type Drawing, photograph } from './photograph.ts';
import { textless } from './textless.ts';
import { written } from './writing.ts';

const ABOUT = { kind: 'found', category: '', language: 'en' } as const;
const recogniser = new Recogniser();

async function read(drawing: Drawing, conditions: Conditions = {}, stage = new TextStage(recogniser)) {
  const { finding } = await stage.read(await decode(await photograph(drawing, conditions)), ABOUT);
  return finding;
}

function textsOf(lines: readonly WrittenLine[]): string {
  return lines.flatMap(({ words }) => words.map(({ text }) => text)).join(' ');
}

describe('reading what is written', () => {
  it.each([0, 12, -20, 90, -90, 180])('makes out a label that lies turned by %d degrees', async (degrees) => {
    const { drawing, imei } = label(chance(7));
    expect(textsOf((await read(drawing, { degrees })).lines)).toContain(imei);
  });

  it('says where in the photo a word stands', async () => {
    const drawing = { svg: written('LEATHER', 0, 0, { size: 60 }).svg, width: 0, height: 0 };
    const { lines } = await read(drawing);
    const { left, top, width, height } = lines[0]!.words[0]!.region;
    expect([left, top]).toEqual([expect.closeTo(0.5, 1), expect.closeTo(0.5, 1)]);
    expect(width * 1_600).toBeGreaterThan(250);
    expect(height * 1_200).toBeLessThan(90);
  });

  it('does not wake the reader for a thing without strokes', async () => {
    const asleep = new Recogniser();
    const woken = jest.spyOn(asleep, 'warmUp');
    const finding = await read(textless('bag', chance(3)), {}, new TextStage(asleep));
    expect(finding).toEqual({ lines: [], unread: [] });
    expect(woken).not.toHaveBeenCalled();
  });

  it('says of each line for which there was no time that nobody tried to read it', async () => {
    const { drawing } = label(chance(7));
    const { lines, unread } = await read(drawing, {}, new TextStage(recogniser, { workMs: 0, waitMs: 0 }));
    expect(lines).toEqual([]);
    expect(unread.length).toBeGreaterThanOrEqual(4);
    expect(unread.every(({ tried }) => !tried)).toBe(true);
  });

  it('fetches nothing and leaves no file behind', async () => {
    const before = readdirSync('.');
    const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    const { drawing, imei } = label(chance(9), { language: 'es' });
    const photo = await decode(await photograph(drawing));
    const { finding } = await new TextStage(new Recogniser()).read(photo, { ...ABOUT, language: 'es-MX' });
    expect(textsOf(finding.lines)).toContain(imei);
    expect(fetched).not.toHaveBeenCalled();
    expect(readdirSync('.')).toEqual(before);
    fetched.mockRestore();
  });
});
