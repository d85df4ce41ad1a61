import { decode } from '../../src/outbound/reader/decode.ts';
import { chance } from '../rendered/chance.ts';
import { MAKERS } from '../rendered/cards.ts';
import { photograph } from '../rendered/photograph.ts';
import { type Measurement, share } from './measurement.ts';
import { readWriting } from './read-again.ts';
import { wordsIn } from '../rendered/words-in.ts';

/** Of what leads to the owner of a card: how much the matcher is told, and that strangers are told nothing. */
export async function evaluatePersonal(seed: number, size: number): Promise<readonly Measurement[]> {
  const shown: string[] = [];
  let [sealed, words, open] = [0, 0, 0];
  let cases = 0;
  for (const make of Object.values(MAKERS)) {
    for (let at = 0; at < Math.max(1, size >> 1); at += 1) {
      const random = chance(seed * 49_979_687 + cases);
      const thing = make(random);
      const photo = await decode(
        await photograph(thing.drawing, { degrees: random.between(-8, 8), noise: 3, seed: at }),
      );
      const written = await readWriting(photo, { kind: 'found', category: thing.category, language: 'en' });
      const secrets = thing.secrets.flatMap(wordsIn);
      const [hints, texts] = [written.personal, written.texts].map((found) =>
        wordsIn(found.map(({ value }) => value).join(' ')).join(' '),
      );
      words += secrets.length;
      sealed += secrets.filter((secret) => hints?.includes(secret)).length;
      shown.push(...secrets.filter((secret) => texts?.includes(secret)));
      if (written.redaction.kind === 'none') open += 1;
      cases += 1;
    }
  }
  return [
    { name: 'personal.sealed', unit: 'share', atLeast: 0.8, value: share(sealed, words), cases: words },
    { name: 'personal.shown', unit: 'words', atMost: 0, value: shown.length, cases: words, missed: shown },
    { name: 'personal.uncovered', unit: 'photos', atMost: 0, value: open, cases },
  ];
}
