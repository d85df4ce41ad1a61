import { decode } from '../../src/outbound/reader/decode.ts';
import { publicForms } from '../../src/outbound/reader/public-forms.ts';
import { Recogniser } from '../../src/outbound/reader/stages/ocr/recogniser.ts';
import { writingReader } from '../../src/outbound/reader/stages/writing.ts';
import { MAKERS } from '../rendered/cards.ts';
import { chance } from '../rendered/chance.ts';
import { photograph } from '../rendered/photograph.ts';
import { wordsIn } from '../rendered/words-in.ts';
import { type Look, looksAt } from './looks.ts';
import { readByStranger } from './read-by-stranger.ts';

/** Of the things from `first` on, each `step`-th: what was readable before, and what is after. */
export interface Findings {
  readonly things: number;
  readonly words: number;
  readonly readableBefore: number;
  /** At public forms. */
  readonly looks: number;
  readonly leaks: readonly string[];
}

const NAMES = Object.keys(MAKERS);
const PLAIN: Look = { scale: 1, contrast: 'as-is', by: 'lines' };
/** So many are read before they are redacted as well, to show that there is something to hide. */
const READ_BEFORE = 6;

const recogniser = new Recogniser();
const readWriting = writingReader(recogniser);

async function findLeaks(first: number, step: number, count: number): Promise<Findings> {
  const leaks: string[] = [];
  let [things, words, readableBefore, looks] = [0, 0, 0, 0];
  for (let at = first; at < count; at += step) {
    const { file, category, secrets } = await photographed(at);
    if (things < READ_BEFORE) {
      readableBefore += (await readByStranger(file, PLAIN, recogniser, secrets)).length;
      words += secrets.length;
    }
    const found = await leaksOf(at, file, category, secrets);
    leaks.push(...found.leaks);
    looks += found.looks;
    things += 1;
  }
  return { things, words, readableBefore, looks, leaks };
}

/** As people photograph what they found: turned, from near or far, in bad light, not quite sharp. */
async function photographed(at: number) {
  const random = chance(20_000 + at);
  const { drawing, category, secrets } = MAKERS[NAMES[at % NAMES.length]!]!(random);
  const conditions = {
    degrees: random.pick([0, 0, 4, -7, 18, -25, 90, 180]),
    scale: random.between(0.7, 1.35),
    blur: random.pick([0, 0, 0.6, 1.2]),
    light: random.pick([1, 1, 0.5, 0.25]),
    contrast: random.pick([1, 1, 0.6]),
    noise: random.pick([0, 2, 5]),
    seed: at,
  };
  const file = await photograph(drawing, conditions, random.pick([1_280, 1_600]));
  return { file, category, secrets: secrets.flatMap(wordsIn) };
}

async function leaksOf(at: number, file: Buffer, category: string, secrets: readonly string[]) {
  const photo = await decode(file);
  const { texts, redaction } = await readWriting(photo, { kind: 'found', category, language: 'en' });
  const shown = wordsIn(texts.map(({ value }) => value).join(' ')).join(' ');
  const leaks = secrets.filter((secret) => shown.includes(secret)).map(() => `${at}: in its texts`);
  let looks = 0;
  for (const form of await publicForms(photo.pixels, redaction)) {
    for (const look of looksAt(at, Math.max(form.width, form.height))) {
      looks += 1;
      const seen = await readByStranger(form.bytes, look, recogniser, secrets);
      if (seen.length === 0) continue;
      leaks.push(
        `${at}: ${NAMES[at % NAMES.length]} as ${category}, ${redaction.kind}, ${form.name}, ${JSON.stringify(look)}`,
      );
    }
  }
  return { leaks, looks };
}

const [first = 0, step = 1, count = 1] = process.argv.slice(2).map(Number);
process.stdout.write(JSON.stringify(await findLeaks(first, step, count)));
