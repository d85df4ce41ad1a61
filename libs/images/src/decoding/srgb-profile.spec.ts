import { describe, expect, it } from '@jest/globals';
import { isSrgbProfile } from './srgb-profile.ts';

const SRGB = [
  [0.4361, 0.2225, 0.0139],
  [0.3851, 0.7169, 0.0971],
  [0.1431, 0.0606, 0.7139],
];
const DISPLAY_P3 = [
  [0.5151, 0.2412, -0.0011],
  [0.292, 0.6922, 0.0419],
  [0.1571, 0.0666, 0.7841],
];
const srgbLight = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const formula = parametric([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);

describe('a colour profile', () => {
  it.each([
    ['its formula', formula],
    ['a table of 1024 points', table(1_024, srgbLight)],
    ['a table of 4096 points', table(4_096, srgbLight)],
  ])('is known as sRGB by its primaries and %s', (_how, curve) => {
    expect(isSrgbProfile(profile(SRGB, curve))).toBe(true);
  });

  it.each([
    ['Display P3', profile(DISPLAY_P3, formula)],
    ['a plain gamma of 2.2', profile(SRGB, parametric([2.2, 1, 0, 0, 0]))],
    [
      'a table of gamma 2.2',
      profile(
        SRGB,
        table(1_024, (value) => value ** 2.2),
      ),
    ],
    ['a table of two points', profile(SRGB, table(2, srgbLight))],
    ['one that converts by a table of colours', profile(SRGB, formula, ['A2B0', Buffer.alloc(64)])],
    ['one that lacks a curve', profile(SRGB, formula).subarray(0, 128 + 4 + 12 * 5)],
    ['no profile at all', Buffer.from('hello')],
    ['one full of numbers', Buffer.alloc(500, 0xff)],
  ])('is not sRGB when it is %s', (_what, icc) => {
    expect(isSrgbProfile(icc)).toBe(false);
  });

  it('is never trusted to be as long as it says', () => {
    const whole = profile(SRGB, table(1_024, srgbLight));
    for (let length = 0; length < whole.length; length += 7)
      expect(isSrgbProfile(whole.subarray(0, length))).toBe(false);
  });
});

function profile(primaries: readonly (readonly number[])[], curve: Buffer, ...more: (readonly [string, Buffer])[]) {
  const colours = ['r', 'g', 'b'].map((name, index): [string, Buffer] => [`${name}XYZ`, xyz(primaries[index] ?? [])]);
  const curves = ['r', 'g', 'b'].map((name): [string, Buffer] => [`${name}TRC`, curve]);
  const tags = [...more, ...colours, ...curves];
  const head = Buffer.alloc(128 + 4 + tags.length * 12);
  head.write('RGB XYZ ', 16, 'latin1');
  head.writeUInt32BE(tags.length, 128);
  let from = head.length;
  for (const [index, [name, data]] of tags.entries()) {
    const at = 132 + index * 12;
    head.write(name, at, 'latin1');
    head.writeUInt32BE(from, at + 4);
    head.writeUInt32BE(data.length, at + 8);
    from += data.length;
  }
  return Buffer.concat([head, ...tags.map(([, data]) => data)]);
}

function xyz(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), fixed(values)]);
}

function parametric(values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from('para\0\0\0\0\0\u0003\0\0', 'latin1'), fixed(values)]);
}

function table(points: number, light: (value: number) => number): Buffer {
  const data = Buffer.alloc(12 + points * 2);
  data.write('curv', 'latin1');
  data.writeUInt32BE(points, 8);
  for (let at = 0; at < points; at += 1) data.writeUInt16BE(Math.round(light(at / (points - 1)) * 65_535), 12 + at * 2);
  return data;
}

function fixed(values: readonly number[]): Buffer {
  const data = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) data.writeInt32BE(Math.round(value * 65_536), index * 4);
  return data;
}
