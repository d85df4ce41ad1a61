import type { Chance } from './chance.ts';
import type { Drawing } from './photograph.ts';

const WIDTH = 1_600;
const HEIGHT = 1_200;

type Maker = (chance: Chance) => string;

/** Things without a letter on them, among them those that strokes are easily taken for writing on. */
export const TEXTLESS: Readonly<Record<string, Maker>> = {
  leather: (c) => noise(c, `0.0${c.whole(2, 9)}`, 3),
  wood: (c) => noise(c, `0.00${c.whole(2, 6)} 0.${c.whole(2, 6)}`, 4),
  carpet: (c) => noise(c, `0.${c.whole(3, 8)}`, 2),
  stripes: (c) => many(40, (at) => `<rect x="${at * 40}" width="${c.whole(8, 26)}" height="1200" fill="${tone(c)}"/>`),
  tiles: (c) =>
    many(12 * 9, (at) => {
      const [x, y] = [(at % 12) * 135, Math.floor(at / 12) * 135];
      return `<rect x="${x}" y="${y}" width="${126 - c.whole(0, 8)}" height="126" fill="${tone(c)}"/>`;
    }),
  bricks: (c) =>
    many(14 * 20, (at) => {
      const [row, column] = [Math.floor(at / 14), at % 14];
      const x = column * 125 - (row % 2) * 60;
      return `<rect x="${x}" y="${row * 60}" width="115" height="50" fill="${tone(c)}"/>`;
    }),
  zip: (c) =>
    many(56, (at) => {
      const y = 560 + (at % 2) * 16;
      return `<rect x="${60 + at * 26}" y="${y}" width="16" height="48" rx="5" fill="${c.pick(['#b8b8b8', '#999'])}"/>`;
    }),
  knit: (c) => {
    const [ink, size] = [tone(c), c.whole(24, 50)];
    return many(900, (at) => {
      const [x, y] = [(at % 36) * size, Math.floor(at / 36) * size];
      return `<path d="M${x} ${y}l${size * 0.4} ${size * 0.7}l${size * 0.4} ${-size * 0.7}" fill="none" stroke="${ink}" stroke-width="${size * 0.2}"/>`;
    });
  },
  keys: (c) =>
    many(5, (at) => {
      const turn = `translate(${250 + at * 270} ${c.whole(350, 800)}) rotate(${c.whole(0, 360)})`;
      return `<g transform="${turn}" fill="${c.pick(['#c9b458', '#b9bcc0'])}"><circle r="70"/><circle r="30" fill="#654"/><rect x="60" y="-16" width="230" height="32"/>${many(4, (tooth) => `<rect x="${180 + tooth * 26}" y="14" width="14" height="${c.whole(12, 34)}"/>`)}</g>`;
    }),
  stones: (c) =>
    many(260, () => {
      const [x, y] = [c.whole(0, WIDTH), c.whole(0, HEIGHT)];
      return `<ellipse cx="${x}" cy="${y}" rx="${c.whole(14, 60)}" ry="${c.whole(12, 50)}" fill="${tone(c)}"/>`;
    }),
  grass: (c) =>
    many(1_500, () => {
      const [x, y] = [c.whole(0, WIDTH), c.whole(0, HEIGHT)];
      return `<path d="M${x} ${y}q${c.whole(-12, 12)} -30 ${c.whole(-30, 30)} -70" fill="none" stroke="hsl(${c.whole(80, 130)} 40% ${c.whole(15, 55)}%)" stroke-width="${c.whole(2, 6)}"/>`;
    }),
  spokes: (c) =>
    many(28, (at) => {
      const angle = (at / 28) * Math.PI * 2 + c.next() * 0.05;
      const [x, y] = [800 + Math.cos(angle) * 520, 600 + Math.sin(angle) * 520];
      return `<path d="M800 600L${x} ${y}" stroke="#ccc" stroke-width="5"/>`;
    }),
  bag: (c) => {
    const body = `<rect x="400" y="350" width="800" height="620" rx="70" fill="${tone(c)}"/>`;
    const handle = `<path d="M600 350q200 -260 400 0" fill="none" stroke="${tone(c)}" stroke-width="46"/>`;
    return `${body}${handle}<rect x="480" y="620" width="640" height="280" rx="40" fill="${tone(c)}"/><rect x="780" y="600" width="40" height="60" fill="#ddd"/>`;
  },
  seam: (c) =>
    many(70, (at) => `<rect x="${40 + at * 22}" y="${500 + c.whole(0, 2)}" width="13" height="5" fill="#eee"/>`),
};

export function textless(name: string, chance: Chance): Drawing {
  const ground = `<rect width="${WIDTH}" height="${HEIGHT}" fill="${tone(chance)}"/>`;
  return { svg: ground + (TEXTLESS[name]?.(chance) ?? ''), width: WIDTH, height: HEIGHT };
}

function many(count: number, draw: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => draw(at)).join('');
}

function tone(c: Chance): string {
  return `hsl(${c.whole(0, 359)} ${c.whole(5, 60)}% ${c.whole(15, 80)}%)`;
}

function noise(c: Chance, frequency: string, octaves: number): string {
  const id = `n${c.whole(1, 1e6)}`;
  const filter = `<filter id="${id}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${c.whole(1, 999)}"/><feColorMatrix type="saturate" values="0.2"/></filter>`;
  return `${filter}<rect width="${WIDTH}" height="${HEIGHT}" filter="url(#${id})" opacity="0.6"/>`;
}
