import { maskPersonalData } from '@foundnow/personal-data';
import { judgeWriting } from '../../src/domain/text/judge-writing.ts';
import { decode } from '../../src/outbound/reader/decode.ts';
import { folded } from '../../src/domain/text/numbers/folded.ts';
import { type Chance, chance } from '../rendered/chance.ts';
import { type Label, label, type LabelStyle } from '../rendered/labels.ts';
import { type Conditions, photograph } from '../rendered/photograph.ts';
import { type Measurement, share } from './measurement.ts';
import { readText } from './read-again.ts';

interface Case {
  readonly style?: (chance: Chance) => LabelStyle;
  readonly conditions?: (chance: Chance) => Conditions;
  /** Words of a hundred that must be read letter by letter. */
  readonly words: number;
}

const CASES: Readonly<Record<string, Case>> = {
  plain: { words: 0.9 },
  'light-on-dark': { style: () => ({ lightOnDark: true }), words: 0.88 },
  'small-print': { style: () => ({ size: 13 }), words: 0.8 },
  large: { style: () => ({ size: 60 }), words: 0.88 },
  tilted: { conditions: (c) => ({ degrees: c.between(-25, 25) }), words: 0.88 },
  'on-its-side': { conditions: (c) => ({ degrees: c.pick([90, -90]) }), words: 0.88 },
  'upside-down': { conditions: (c) => ({ degrees: 180 + c.between(-6, 6) }), words: 0.88 },
  blurred: { conditions: (c) => ({ blur: c.between(1, 2.4) }), words: 0.85 },
  'low-light': { conditions: (c) => ({ light: c.between(0.12, 0.25), noise: 3 }), words: 0.85 },
  noisy: { conditions: () => ({ noise: 9 }), words: 0.85 },
  'low-contrast': { conditions: () => ({ contrast: 0.35 }), words: 0.85 },
  spanish: { style: () => ({ language: 'es' }), words: 0.85 },
};

/** Labels of things under the conditions of real desks: words, numbers, makers. */
export async function evaluateText(seed: number, size: number): Promise<readonly Measurement[]> {
  const rows: Measurement[] = [];
  const numbers = new Tally();
  const brands = new Tally();
  for (const [name, { style, conditions, words: atLeast }] of Object.entries(CASES)) {
    const words = new Tally();
    for (let at = 0; at < size; at += 1) {
      const random = chance(seed * 10_007 + rows.length * 101 + at);
      const drawn = label(random, style?.(random));
      const photo = await decode(await photograph(drawn.drawing, { seed: at, ...conditions?.(random) }));
      const about = {
        kind: 'found',
        category: 'electronics.other',
        language: name === 'spanish' ? 'es' : 'en',
      } as const;
      const { finding } = await readText.read(photo, about);
      countWords(
        words,
        drawn,
        finding.lines.flatMap((line) => line.words.map(({ text }) => text)),
      );
      const written = judgeWriting(finding, [], about.category, (text) => maskPersonalData(text).found);
      const sealed = written.personal.map(({ kind, value }) => `${kind} ${value}`);
      numbers.count(sealed.includes(`imei ${drawn.imei}`), `${name} imei`);
      brands.count(
        written.texts.some(({ kind, value }) => kind === 'brand' && value === drawn.brand),
        `${name} ${drawn.brand}`,
      );
    }
    rows.push({ name: `text.words.${name}`, unit: 'share', atLeast, ...words.result() });
  }
  rows.push({ name: 'text.imei', unit: 'share', atLeast: 0.85, ...numbers.result() });
  rows.push({ name: 'text.brand', unit: 'share', atLeast: 0.85, ...brands.result() });
  return rows;
}

/** Serials are counted by their letters' look-alikes: which of 0 and O it is, a label in capitals does not say. */
function countWords(tally: Tally, { lines }: Label, read: readonly string[]): void {
  const left = read.map(folded);
  for (const word of lines.join(' ').split(' ')) {
    const at = left.indexOf(folded(word));
    if (at !== -1) left.splice(at, 1);
    tally.count(at !== -1, word);
  }
}

class Tally {
  #hits = 0;
  readonly #missed: string[] = [];

  count(hit: boolean, what: string): void {
    if (hit) this.#hits += 1;
    else this.#missed.push(what);
  }

  result(): Pick<Measurement, 'value' | 'cases' | 'missed'> {
    const cases = this.#hits + this.#missed.length;
    return { value: share(this.#hits, cases), cases, missed: this.#missed.slice(0, 8) };
  }
}
