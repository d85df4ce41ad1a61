import type { MeasureFound } from './find-measures.ts';
import type { ModelFound } from './find-models.ts';
import type { NameFound, Span } from './find-names.ts';
import type { BrandForm } from './lexicon.ts';
import type { Placed } from './mention.ts';
import type { RestRead } from './read-rest.ts';
import type { ReadConcept, ReadText } from './what-is-read.ts';

interface Found {
  readonly placed: readonly Placed[];
  readonly models: readonly ModelFound[];
  readonly measures: readonly MeasureFound[];
  readonly brands: ReadonlyArray<NameFound<BrandForm>>;
  readonly rest: RestRead;
}

/** All that was found in a text, each thing once, in the order in which it is named. */
export function told({ placed, models, measures, brands, rest }: Found): ReadText {
  const concepts = new Map<string, ReadConcept>();
  const colors = new Set<string>();
  const materials = new Set<string>();
  for (const { senses, made = [], belongs } of placed) {
    for (const { id, kind } of [...senses, ...made]) {
      if (kind === 'color') colors.add(id);
      else {
        const weightHint = kind === 'item' && belongs ? 'part' : kind;
        if (weightHint !== 'part' || !concepts.has(id)) concepts.set(id, { id, weightHint });
        if (kind === 'material') materials.add(id);
      }
    }
  }
  const isNamed = (at: number) => brands.some(({ from, to }) => from <= at && at < to);
  const sizes = new Set(measures.flatMap(({ size }) => size ?? []));
  const named = inOrder([
    ...brands.map((each) => ({ ...each, brand: each.named.brand })),
    ...models.filter(({ brand }) => brand !== ''),
    ...rest.brands,
  ]);
  return {
    concepts: [...concepts.values(), ...[...sizes].map((id) => ({ id, weightHint: 'size' as const }))],
    brand: named[0] ?? null,
    brands: named,
    models: [...new Set([...models.map(({ model }) => model), ...rest.models])],
    colors: [...colors],
    materials: [...materials],
    rest: [...new Set(rest.rest.filter(({ at }) => !isNamed(at)).map(({ stem }) => stem))],
    numbers: [...new Set([...measures.map(({ value }) => value), ...rest.numbers])],
  };
}

function inOrder(named: ReadonlyArray<Span & { readonly brand: string }>): string[] {
  return [...new Set(named.toSorted((a, b) => a.from - b.from).map(({ brand }) => brand))];
}
