import { describe, expect, it } from '@jest/globals';
import { BrokenBytes, Cursor } from './cursor.ts';
import { Slab } from './slab.ts';
import { isUuid } from './uuid-text.ts';

const ID = '0196ab3f-4d00-7fff-8abc-def012345678';

const wrong: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a word', 'post-1'],
  ['one digit too few', ID.slice(1)],
  ['one digit too many', `${ID}0`],
  ['braces', `{${ID.slice(1, -1)}}`],
  ['no dashes', ID.replaceAll('-', '0')],
  ['a dash in another place', `0196ab3-f4d00${ID.slice(13)}`],
  ['a letter beyond f', ID.replace('a', 'g')],
  ['a space', ID.replace('a', ' ')],
  ['a digit of another script', ID.replace('0', '٠')],
  ['a character beyond the table', ID.replace('0', '\uFFFF')],
  ['a line break at the end', `${ID.slice(1)}\n`],
];

/** As a hostile or careless producer would write it. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.from([bytes.length * 2, ...bytes]);
}

describe('an id in an event', () => {
  it.each([ID, ID.toUpperCase(), '00000000-0000-0000-0000-000000000000'])('is written and read: %s', (text) => {
    const slab = new Slab();
    expect(isUuid(text)).toBe(true);
    expect(slab.uuid(text)).toBe(true);
    const bytes = slab.take();
    expect(bytes).toEqual(bytesOf(text));
    expect(new Cursor(bytes, 0).uuid()).toBe(text);
  });

  it.each(wrong)('is refused in writing and in reading with %s', (_what, text) => {
    expect(isUuid(text)).toBe(false);
    expect(new Slab().uuid(text)).toBe(false);
    expect(() => new Cursor(bytesOf(text), 0).uuid()).toThrow(BrokenBytes);
  });

  it('is not read past the end of the bytes', () => {
    expect(() => new Cursor(bytesOf(ID).subarray(0, -1), 0).uuid()).toThrow(BrokenBytes);
  });

  it('does not disturb what was written before when it does not fit the buffer', () => {
    const slab = new Slab();
    const text = 'x'.repeat(65_500);
    slab.string(text);
    for (let times = 0; times < 5_000; times++) slab.uuid(ID);
    const cursor = new Cursor(slab.take(), 0);
    expect(cursor.string()).toBe(text);
    for (let times = 0; times < 5_000; times++) expect(cursor.uuid()).toBe(ID);
    cursor.end();
  });
});
