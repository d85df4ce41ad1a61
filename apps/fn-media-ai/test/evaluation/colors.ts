import { colorsOf } from '../../src/domain/photo/colors/colors.ts';
import { decode } from '../../src/outbound/reader/decode.ts';
import { type Chance, chance } from '../rendered/chance.ts';
import { type Drawing, photograph } from '../rendered/photograph.ts';
import { type Measurement, share } from './measurement.ts';

/** Dyes as makers of bags and clothes give them, and what people would say to them; not taken from the table that names. */
const DYES: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['#101214', ['black']],
  ['#2b2e33', ['black', 'dark gray']],
  ['#5a5d61', ['dark gray', 'gray']],
  ['#8c8f93', ['gray']],
  ['#f4f3f0', ['white', 'cream']],
  ['#d9c7a3', ['beige', 'cream', 'tan']],
  ['#5b3a21', ['brown']],
  ['#7a4a28', ['brown', 'tan']],
  ['#c8102e', ['red']],
  ['#6a1528', ['burgundy', 'red']],
  ['#e86a1c', ['orange']],
  ['#f2c61f', ['yellow', 'mustard']],
  ['#1f7a3a', ['green', 'dark green']],
  ['#56602f', ['olive', 'khaki', 'green']],
  ['#1c2a4a', ['navy']],
  ['#1f4fb0', ['blue']],
  ['#8ec5ea', ['light blue']],
  ['#18808a', ['teal', 'turquoise']],
  ['#5e2f86', ['purple']],
  ['#ec7fae', ['pink']],
];
const TABLES = ['#d8d4cc', '#6f675c', '#b89a72'];

/** Bags of known dyes on tables, in daylight and indoors: the first colour named is what people would say. */
export async function evaluateColors(seed: number, size: number): Promise<readonly Measurement[]> {
  const missed: string[] = [];
  let cases = 0;
  for (const [dye, names] of DYES) {
    for (let at = 0; at < Math.max(1, size >> 2); at += 1) {
      const random = chance(seed * 32_452_843 + cases);
      const photo = await decode(
        await photograph(bag(dye, random), { light: random.between(0.85, 1), noise: 2, seed: at }),
      );
      const [first] = colorsOf(photo.pixels).colors;
      if (first === undefined || !names.includes(first.name)) missed.push(`${dye} ${first?.name ?? 'none'}`);
      cases += 1;
    }
  }
  const value = share(cases - missed.length, cases);
  return [{ name: 'colors.named', unit: 'share', atLeast: 0.85, value, cases, missed: missed.slice(0, 8) }];
}

function bag(dye: string, random: Chance): Drawing {
  const table = `<rect x="-400" y="-400" width="2400" height="2000" fill="${random.pick(TABLES)}"/>`;
  const body = `<rect x="350" y="300" width="900" height="720" rx="80" fill="${dye}"/>`;
  const handle = `<path d="M620 300q180 -230 360 0" fill="none" stroke="${dye}" stroke-width="44"/>`;
  const light = '<rect x="350" y="300" width="900" height="360" rx="80" fill="#fff" opacity="0.05"/>';
  return {
    svg: `${table}${handle}${body}${light}<rect x="780" y="560" width="40" height="70" fill="#c9c9c9"/>`,
    width: 1_600,
    height: 1_200,
  };
}
