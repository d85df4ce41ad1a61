import type { Chance } from '../chance.ts';
import type { Split } from '../post.ts';
import { isHeldOut, plain } from '../text/held-out.ts';
import { type Brand, BRANDS, CONTENTS, type ItemType, MARKS, type Remark, TYPES } from '../text/lexis.ts';
import { NOISE } from '../noise.ts';

/** An item as it is, before anybody describes it. */
export interface Item {
  readonly type: ItemType;
  readonly colours: readonly string[];
  readonly material: string | undefined;
  readonly brand: string | undefined;
  readonly model: string | undefined;
  readonly marks: readonly Remark[];
  readonly contents: readonly Remark[];
  /** Printed on it, and perhaps read from a photo. */
  readonly print: string | undefined;
}

const PLAIN_COLOUR = 0.75;
const NO_NAME = 0.15;

export function drawItem(split: Split, chance: Chance): Item {
  const type = chance.weighted(TYPES, ({ weight }) => weight);
  const main = type.colours.length > 0 ? [commonFirst(type.colours, chance)] : [];
  const second = type.colours.filter((colour) => !main.includes(colour));
  const isPlain = second.length === 0 || chance.happens(PLAIN_COLOUR);
  const brand = chance.happens(NO_NAME) ? undefined : brandFor(type, split, chance);
  return {
    type,
    colours: isPlain ? main : [...main, chance.pick(second)],
    material: type.materials.length > 0 ? commonFirst(type.materials, chance) : undefined,
    ...named(brand, split, chance),
    ...detailsOf(type, chance),
  };
}

/** Another thing that looks the same from afar: what differs is what only the owner or a close look tells. */
export function lookalikeOf({ type, colours, brand, material }: Item, split: Split, chance: Chance): Item {
  const own = BRANDS.get(type.brands)?.find(({ name }) => plain(name) === brand);
  return { type, colours, material, ...named(own, split, chance), ...detailsOf(type, chance) };
}

function named(brand: Brand | undefined, split: Split, chance: Chance): Pick<Item, 'brand' | 'model'> {
  const models = brand?.models.filter((model) => split === 'test' || !isHeldOut(model)) ?? [];
  const model = models.length > 0 ? plain(chance.pick(models)) : undefined;
  return { brand: brand && plain(brand.name), model };
}

export function brandFor(type: ItemType, split: Split, chance: Chance): Brand | undefined {
  const all = BRANDS.get(type.brands) ?? [];
  const open = all.filter(({ name, models }) => !isHeldOut(name) && (models.length === 0 || !models.every(isHeldOut)));
  const held = all.filter((brand) => !open.includes(brand));
  if (split === 'test' && held.length > 0 && chance.happens(NOISE.heldOut)) return chance.pick(held);
  return open.length > 0 ? chance.weighted(open, (_brand, index) => 1 / (index + 2)) : undefined;
}

function detailsOf(type: ItemType, chance: Chance): Pick<Item, 'marks' | 'contents' | 'print'> {
  const groups = [...type.marks, ...type.marks, 'any'];
  const marks = chance.some(MARKS, MARKS.length).filter((mark) => mark.groups.includes(chance.pick(groups)));
  const contents = CONTENTS.filter((one) => one.groups.some((group) => type.marks.includes(group)));
  return {
    marks: marks.slice(
      0,
      chance.weighted([0, 1, 2, 3], (count) => [2, 5, 4, 1][count] ?? 0),
    ),
    contents: chance.some(contents, chance.happens(0.6) ? 1 : 0),
    print: chance.happens(0.15)
      ? `${chance.pick(['KX', 'LT', 'R7', 'AB', 'No', 'PV'])}${chance.whole(1_000, 99_999)}`
      : undefined,
  };
}

/** Most things are of the first colours of their kind. */
function commonFirst(options: readonly string[], chance: Chance): string {
  return chance.weighted(options, (_option, index) => 1 / (index + 1.5));
}
