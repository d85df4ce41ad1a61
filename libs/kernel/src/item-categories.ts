/** The house's item categories, written `group.item`: whatever else somebody or a model says is none. */
const GROUPS = {
  electronics: ['phone', 'laptop', 'tablet', 'headphones', 'camera', 'watch', 'charger', 'console', 'other'],
  bags: ['backpack', 'handbag', 'suitcase', 'tote', 'other'],
  wallets: ['wallet', 'purse', 'cardholder'],
  keys: ['house', 'car', 'keychain'],
  documents: ['passport', 'id', 'license', 'card', 'ticket', 'other'],
  jewelry: ['ring', 'necklace', 'bracelet', 'earring'],
  clothing: ['jacket', 'hat', 'scarf', 'gloves', 'shoes', 'other'],
  eyewear: ['glasses', 'sunglasses'],
  accessories: ['umbrella', 'belt', 'other'],
  sports: ['ball', 'racket', 'helmet', 'other'],
  mobility: ['bicycle', 'scooter', 'stroller', 'wheelchair'],
  toys: ['plush', 'doll', 'other'],
  books: ['book', 'notebook'],
  instruments: ['string', 'wind', 'percussion', 'other'],
  medical: ['hearing-aid', 'medication', 'device'],
  pets: ['dog', 'cat', 'other'],
  money: ['cash'],
  other: ['other'],
} as const;

export const CATEGORIES: readonly string[] = Object.entries(GROUPS).flatMap(([group, items]) =>
  items.map((item) => `${group}.${item}`),
);

const KNOWN = new Set(CATEGORIES);

export function isCategory(value: string): boolean {
  return KNOWN.has(value);
}
