import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import type { Post } from '../post.ts';
import { analyse } from './analysis.ts';
import { type BrandNoise, sayBrand } from './brand.ts';
import { type CategoryNoise, sayCategory } from './category.ts';
import { type ColourNoise, sayColours } from './colour.ts';
import { remark, sayMarks, sayMaterial, whereInWords, wordsFor } from './say.ts';
import type { Telling } from './telling.ts';
import { whenInWords } from './time-words.ts';
import { drawWhereabouts } from './whereabouts.ts';
import { writeDown } from './wording.ts';

export interface Report {
  readonly post: Post;
  readonly noise: { readonly brand: BrandNoise; readonly category: CategoryNoise; readonly colour: ColourNoise };
}

/** One person's report: nothing here knows what the other one said. */
export function report(telling: Telling, chance: Chance): Report {
  const { item, incident, kind, language, window, split } = telling;
  const brand = sayBrand(item, NOISE.modelSaid[kind], split, chance.of('brand'));
  const colours = sayColours(item.colours, language, split, chance.of('colour'));
  const category = sayCategory(item.type, chance.of('category'));
  const where = drawWhereabouts(
    incident.city,
    kind === 'lost' ? incident.lostAt : incident.foundAt,
    chance.of('place'),
  );
  const form = chance.of('form');
  const marks = sayMarks(telling, chance.of('marks'));
  const material = sayMaterial(telling, chance.of('material'));
  const inTitle = form.happens(0.5);
  const spoken = wordsFor(telling, brand, chance.of('noun'));
  const written = writeDown(
    {
      kind,
      language,
      split,
      said: {
        noun: spoken.noun,
        colours: form.happens(0.75) ? colours.entries : [],
        material: form.happens(0.5) ? material : undefined,
        brand: inTitle ? spoken.brand : undefined,
      },
      brandAside: inTitle || form.happens(0.4) ? undefined : spoken.brand,
      marks: form.happens(0.7) ? marks : [],
      contents: form.happens(NOISE.contentsSaid[kind]) ? remark(item.contents[0], telling, form) : undefined,
      place: form.pick(where.spot.names),
      where: whereInWords(telling, where.spot, chance.of('where')),
      onTheWay: incident.travels && kind === 'lost',
      when: whenInWords((window.from + window.to) / 2, incident.city.hoursFromUtc, language, split, chance.of('when')),
    },
    chance.of('words'),
  );
  return {
    noise: { brand: brand.noise, category: category.noise, colour: colours.noise },
    post: {
      id: uuid(chance.of('id')),
      kind,
      ...written,
      category: category.category,
      attributes: {
        brand: form.happens(0.65) ? (brand.brand ?? null) : null,
        model: form.happens(0.5) ? (brand.model ?? null) : null,
        color: form.happens(0.7) ? colours.listed : [],
        material: form.happens(0.4) ? (material ?? null) : null,
        marks: form.happens(0.4) ? (marks[0] ?? null) : null,
      },
      location: { lat: where.lat, lng: where.lng },
      radiusMeters: where.radiusMeters,
      occurredFrom: new Date(window.from).toISOString(),
      occurredTo: new Date(window.to).toISOString(),
      reportedAt: new Date(Math.round(window.reported)).toISOString(),
      language,
      analysis: form.happens(NOISE.withoutAnalysis[kind]) ? null : analyse(item, chance.of('photo')),
    },
  };
}

function uuid(chance: Chance): string {
  return `${chance.hex(8)}-${chance.hex(4)}-7${chance.hex(3)}-${chance.pick(['8', '9', 'a', 'b'])}${chance.hex(3)}-${chance.hex(12)}`;
}
