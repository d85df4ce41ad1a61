import { type BrandAt, brandsIn } from './brands.ts';
import { beginsName } from './could-be-name.ts';
import { isGivenName, isOnlyName } from './given-names.ts';

/** What is written, and on what. */
export interface WrittenOn {
  readonly category: string;
  /** It holds or is something that belongs to somebody by name or number. */
  readonly isAboutOwner: boolean;
}

/** Whose name a card carries beside that of its bearer. */
const ISSUERS = new Set(['Amazon', 'Decathlon', 'IKEA', 'Vodafone']);
/** Wallets carry their maker; papers and cards carry names. */
const WITH_MAKER = /^wallets\.(?:wallet|purse)$/;
/** Where makers are called like people: elsewhere it is the person. */
const FASHION = /^(?:bags|clothing|eyewear|jewelry|wallets|accessories)\.|^electronics\.watch$/;
const AND = /[&+8]/;

/** Names of makers, as far as they cannot be somebody's on a thing like this. */
export function brandsOn(words: readonly string[], { category, isAboutOwner }: WrittenOn): BrandAt[] {
  const isPaper = isAboutOwner && !WITH_MAKER.test(category);
  const brands = brandsIn(words);
  const others = words.filter((_, at) => !brands.some(({ from, words: count }) => at >= from && at < from + count));
  // Families are called like makers: "Marianne Armani".
  if (others.some(isOnlyName) || beginsName(others)) return [];
  return brands.filter((brand) => {
    if (isPaper) return ISSUERS.has(brand.name);
    return !isLikePerson(brand.name) || isMeant(brand, words, category);
  });
}

function isLikePerson(name: string): boolean {
  return isGivenName(name.split(' ')[0] ?? '');
}

/** Nothing else that could be a name beside it, and no "Jack Jones" for "Jack & Jones". */
function isMeant({ name, from, words: count }: BrandAt, words: readonly string[], category: string): boolean {
  const written = words.slice(from, from + count).join(' ');
  const isAlone = words.every((word, at) => (at >= from && at < from + count) || !/\p{L}/u.test(word));
  return FASHION.test(category) && isAlone && (!name.includes('&') || AND.test(written));
}
