import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode, type WriterOptions } from 'zxing-wasm/writer';
import { CodesStage } from '../../src/outbound/reader/stages/codes-stage.ts';
import { decode } from '../../src/outbound/reader/decode.ts';
import { type Chance, chance } from '../rendered/chance.ts';
import { type Conditions, type Drawing, photograph } from '../rendered/photograph.ts';
import { type Measurement, share } from './measurement.ts';

type Format = NonNullable<WriterOptions['format']>;

const CODES: ReadonlyArray<readonly [Format, (c: Chance) => string]> = [
  ['EAN13', (c) => withGs1(`40${c.digits(10)}`)],
  ['Code128', (c) => `R7K${c.digits(7)}`],
  ['ITF', (c) => `0220${c.digits(6)}`],
  ['QRCode', (c) => `https://example.org/i/${c.digits(8)}`],
  ['DataMatrix', (c) => `SN ${c.digits(9)}`],
  ['PDF417', (c) => `M1WALKER/EMILY        E${c.digits(6)} MADLHRIB 3166`],
];

const CONDITIONS: Readonly<Record<string, readonly [number, (c: Chance) => Conditions]>> = {
  plain: [0.98, () => ({})],
  tilted: [0.8, (c) => ({ degrees: c.between(-8, 8) })],
  oblique: [0.85, (c) => ({ degrees: c.pick([-1, 1]) * c.between(12, 40) })],
  turned: [0.95, (c) => ({ degrees: c.pick([90, 180, 270]) })],
  blurred: [0.85, (c) => ({ blur: c.between(0.8, 1.6) })],
  'low-light': [0.9, () => ({ light: 0.18, noise: 3 })],
  small: [0.85, () => ({ scale: 0.6 })],
};

/** Bars and squares, read back as they were written. */
export async function evaluateCodes(seed: number, size: number): Promise<readonly Measurement[]> {
  prepare();
  const stage = new CodesStage();
  const rows: Measurement[] = [];
  for (const [name, [atLeast, conditions]] of Object.entries(CONDITIONS)) {
    const missed: string[] = [];
    let cases = 0;
    for (const [format, valueOf] of CODES) {
      for (let at = 0; at < Math.max(1, size >> 1); at += 1) {
        const random = chance(seed * 15_485_863 + rows.length * 1_009 + cases);
        const value = valueOf(random);
        const photo = await decode(await photograph(await drawn(format, value), { seed: at, ...conditions(random) }));
        const { finding } = await stage.read(photo);
        if (!finding.some((code) => code.value === value)) missed.push(format);
        cases += 1;
      }
    }
    rows.push({
      name: `codes.${name}`,
      unit: 'share',
      atLeast,
      value: share(cases - missed.length, cases),
      cases,
      missed,
    });
  }
  return rows;
}

/** On a white label with a quiet zone round it, about 700 wide. */
async function drawn(format: Format, value: string): Promise<Drawing> {
  const { svg, error } = await writeBarcode(value, { format, addHRT: false });
  const [, width = 0, height = 0] = /<svg width="(\d+)" height="(\d+)"/.exec(svg)?.map(Number) ?? [];
  const path = svg.match(/<(?:path|rect) [^>]*>/g)?.join('') ?? '';
  if (error !== '' || width === 0) throw new Error(`${format} was not drawn: ${error}`);
  const scale = Math.min(700 / width, 500 / height);
  const [w, h] = [width * scale + 80, height * scale + 80];
  return {
    svg: `<rect width="${w}" height="${h}" fill="#fff"/><g transform="translate(40 40) scale(${scale})">${path}</g>`,
    width: w,
    height: h,
  };
}

function withGs1(digits: string): string {
  const sum = [...digits].reverse().reduce((total, sign, place) => total + Number(sign) * (place % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function prepare(): void {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });
}
