import type { Traits } from './traits.ts';

/** What a post counts for in the frequencies: its words, brands and models, alone and within its family, its places and its week. */
export function termsOf(traits: Traits): string[] {
  const family = familyOf(traits);
  const said = [
    ...traits.terms,
    ...traits.broader,
    ...traits.brands.map(brandTerm),
    ...traits.models.map(modelTerm),
    ...traits.materials.map(materialTerm),
    ...traits.colors.slice(0, 1).map(({ name }) => colorTerm(name)),
  ];
  return [
    kindTerm(traits.kind),
    familyTerm(family),
    ...said,
    ...said.map((term) => withinFamily(term, family)),
    ...traits.cells.map((cell) => placeTerm(traits.kind, cell, family)),
    weekTerm(traits.kind, weekOf(traits.from)),
  ];
}

/** The first half of the category. */
export function familyOf({ categories }: Traits): string {
  const category = categories[0] ?? '';
  const dot = category.indexOf('.');
  return dot < 0 ? category : category.slice(0, dot);
}

/** Of what two items are both: '' where they are not of one family. */
export function commonFamily(one: Traits, other: Traits): string {
  const family = familyOf(one);
  return family === familyOf(other) ? family : '';
}

export function kindTerm(kind: Traits['kind']): string {
  return `kind:${kind}`;
}

export function familyTerm(family: string): string {
  return `family:${family}`;
}

export function withinFamily(term: string, family: string): string {
  return `${term}@${family}`;
}

export function brandTerm(brand: string): string {
  return `brand:${brand}`;
}

export function modelTerm(model: string): string {
  return `model:${model}`;
}

export function materialTerm(material: string): string {
  return `material:${material}`;
}

export function colorTerm(color: string): string {
  return `color:${color}`;
}

export function placeTerm(kind: Traits['kind'], cell: string, family: string): string {
  return `at:${kind}:${cell}:${family}`;
}

export function weekTerm(kind: Traits['kind'], week: number): string {
  return `week:${kind}:${week}`;
}

export function weekOf(time: number): number {
  return Math.floor(time / WEEK_MS);
}

const WEEK_MS = 7 * 86_400_000;
