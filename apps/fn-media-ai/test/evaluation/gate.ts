import { decode } from '../../src/outbound/reader/decode.ts';
import { textLinesIn } from '../../src/domain/text/lines/text-lines.ts';
import { chance } from '../rendered/chance.ts';
import { label } from '../rendered/labels.ts';
import { photograph } from '../rendered/photograph.ts';
import { textless, TEXTLESS } from '../rendered/textless.ts';
import { type Measurement, share } from './measurement.ts';
import { readWriting } from './read-again.ts';

/** Whether writing is looked for where there is some, and how often where there is none. */
export async function evaluateGate(seed: number, size: number): Promise<readonly Measurement[]> {
  const labelled = await labels(seed, size * 6);
  const bare = await things(seed, Math.max(1, size >> 2));
  return [
    { name: 'gate.recall', unit: 'share', atLeast: 0.98, ...labelled },
    {
      name: 'gate.passes-textless',
      unit: 'share',
      atMost: 0.85,
      value: share(bare.passed, bare.cases),
      cases: bare.cases,
    },
    {
      name: 'redaction.covers-textless',
      unit: 'share',
      atMost: 0.3,
      value: share(bare.covered.length, bare.cases),
      cases: bare.cases,
      missed: bare.covered.slice(0, 8),
    },
  ];
}

async function labels(seed: number, count: number): Promise<Pick<Measurement, 'value' | 'cases' | 'missed'>> {
  const missed: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const random = chance(seed * 7_919 + at);
    const drawn = label(random, { size: random.whole(14, 60), lightOnDark: random.next() < 0.4 });
    const conditions = {
      degrees: random.pick([0, 0, 10, -20, 45, 90, 180]),
      blur: random.pick([0, 1, 2]),
      light: random.pick([1, 0.4, 0.15]),
      contrast: random.pick([1, 0.5]),
      noise: random.pick([0, 3, 6]),
      seed: at,
    };
    const photo = await decode(await photograph(drawn.drawing, conditions));
    if (textLinesIn(photo.grey).length === 0) missed.push(JSON.stringify(conditions));
  }
  return { value: share(count - missed.length, count), cases: count, missed: missed.slice(0, 8) };
}

async function things(seed: number, each: number): Promise<{ passed: number; covered: string[]; cases: number }> {
  const covered: string[] = [];
  let [passed, cases] = [0, 0];
  for (const name of Object.keys(TEXTLESS)) {
    for (let at = 0; at < each; at += 1) {
      const random = chance(seed * 104_729 + cases);
      const photo = await decode(await photograph(textless(name, random), { noise: random.pick([0, 3]), seed: at }));
      if (textLinesIn(photo.grey).length > 0) passed += 1;
      const { redaction } = await readWriting(photo, { kind: 'found', category: 'other.other', language: 'en' });
      if (redaction.kind !== 'none') covered.push(name);
      cases += 1;
    }
  }
  return { passed, covered, cases };
}
