import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import { drawFor } from '../text/held-out.ts';
import { type Noun, nounOf } from '../text/inflect.ts';
import { ITEM_WORDS, MATERIALS, phrases } from '../text/lexis.ts';
import { filled } from '../text/noun-phrase.ts';
import type { Item } from '../world/item.ts';
import type { SaidBrand } from './brand.ts';
import type { Telling } from './telling.ts';

/** An iPhone is called so more often than a phone. */
export function wordsFor(
  { item, language, split }: Telling,
  { brand, model }: SaidBrand,
  chance: Chance,
): { noun: Noun; brand: string | undefined } {
  const entry = drawFor(split, ITEM_WORDS[language].get(item.type.name) ?? [item.type.name], chance);
  const noun = nounOf(entry);
  if (model === undefined) return { noun, brand };
  if (item.type.marks.includes('device') && chance.happens(0.4))
    return { noun: { ...noun, word: model }, brand: undefined };
  return { noun, brand: `${brand ?? ''} ${model}`.trim() };
}

export function sayMarks({ item, kind, ...telling }: Telling, chance: Chance): string[] {
  return item.marks
    .filter(() => chance.happens(NOISE.markSaid[kind]))
    .map((mark) => drawFor(telling.split, mark.words[telling.language], chance));
}

export function remark(
  one: Item['contents'][number] | undefined,
  { language, split }: Telling,
  chance: Chance,
): string | undefined {
  return one && drawFor(split, one.words[language], chance);
}

export function sayMaterial({ item, language, split }: Telling, chance: Chance): string | undefined {
  if (item.material === undefined || !chance.happens(NOISE.materialSaid)) return undefined;
  return drawFor(split, MATERIALS.get(item.material)?.[language] ?? [item.material], chance);
}

export function whereInWords(
  { incident, kind, language, split }: Telling,
  spot: { kind: string; names: readonly string[] },
  chance: Chance,
): string {
  const place = chance.pick(spot.names);
  if (incident.travels && kind === 'lost')
    return filled(drawFor(split, phrases(language, 'transit'), chance), { place }) ?? '';
  if (chance.happens(0.4)) return drawFor(split, phrases(language, 'kinds', spot.kind), chance);
  return filled(drawFor(split, phrases(language, 'at'), chance), { place }) ?? '';
}
