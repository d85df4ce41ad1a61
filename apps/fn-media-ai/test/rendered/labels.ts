import type { Chance } from './chance.ts';
import { withLuhn } from './people.ts';
import type { Drawing } from './photograph.ts';
import { paragraph } from './writing.ts';

/** A label of a thing: what is written on it, word by word, and the numbers that should be made out. */
export interface Label {
  readonly drawing: Drawing;
  readonly lines: readonly string[];
  readonly imei: string;
  readonly serial: string;
  readonly brand: string;
}

const BRANDS = ['Samsung', 'Lenovo', 'Philips', 'Samsonite', 'Garmin', 'Nikon', 'Adidas', 'Kipling', 'Sony', 'Bose'];
const WORDS = [
  'Rated input',
  'Made in Portugal',
  'Wireless headphones',
  'Handle with care',
  'Waterproof jacket',
  'Battery charger',
];
const SPANISH = [
  'Hecho en Portugal',
  'Mochila de algodón',
  'Batería de litio',
  'Tarjeta y cartera',
  'Talla mediana',
  'Paraguas azul',
];
const SERIAL_SIGNS = 'ABCDEFGHJKLMNPRTUVWXYZ23467';

export interface LabelStyle {
  readonly size?: number;
  readonly lightOnDark?: boolean;
  readonly language?: 'en' | 'es';
}

export function label(chance: Chance, { size = 34, lightOnDark = false, language = 'en' }: LabelStyle = {}): Label {
  const words = language === 'es' ? SPANISH : WORDS;
  const brand = chance.pick(BRANDS);
  const imei = withLuhn(`35${chance.digits(12)}`);
  const serial = Array.from({ length: 10 }, () => chance.pick(SERIAL_SIGNS.split('')))
    .join('')
    .replace(/^.../, 'R7K');
  const lines = [brand.toUpperCase(), chance.pick(words), chance.pick(words), `IMEI ${imei}`, `S/N ${serial}`];
  const [ground, ink] = lightOnDark ? ['#26292e', '#e9e9e4'] : ['#ecebe4', '#17181a'];
  const hand = {
    size,
    ink,
    weight: chance.between(0.1, 0.16),
    slant: chance.pick([0, 0, 0.1]),
    stretch: chance.between(0.92, 1.05),
  };
  const [width, height] = [size * 24, size * 13];
  const svg = `<rect width="${width}" height="${height}" rx="${size / 3}" fill="${ground}"/>${paragraph(lines, size * 1.5, size * 1.6, hand, 2.1)}`;
  return { drawing: { svg, width, height }, lines, imei, serial, brand };
}
