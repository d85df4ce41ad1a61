import type { Pixels } from '../pixels.ts';

/** Three numbers a colour, lightness, green to red, blue to yellow: equal distances look equally far (B. Ottosson, 2020). */
export type Oklab = readonly [lightness: number, a: number, b: number];

const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

export function oklabOf(red: number, green: number, blue: number): Oklab {
  const [r, g, b] = [LINEAR[red] ?? 0, LINEAR[green] ?? 0, LINEAR[blue] ?? 0];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** `#1b2a49` */
export function oklabOfHex(hex: string): Oklab {
  const value = parseInt(hex.slice(1), 16);
  return oklabOf(value >> 16, (value >> 8) & 255, value & 255);
}

export function hexOfOklab([lightness, a, b]: Oklab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map((share) => byteOf(share).toString(16).padStart(2, '0')).join('')}`;
}

/** Three values a pixel. */
export function oklabOfPixels({ data }: Pixels): Float32Array {
  const values = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    values.set(oklabOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0), at);
  }
  return values;
}

function byteOf(linear: number): number {
  const within = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055));
}
