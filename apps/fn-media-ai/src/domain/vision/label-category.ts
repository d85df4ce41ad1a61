import type { Proposed } from './vision-finding.ts';

/** Words of general-purpose labels, the more particular ones first: a suitcase is baggage, but so is a backpack. */
const WORDS: ReadonlyArray<readonly [category: string, words: RegExp]> = [
  ['documents.passport', /\bpassport\b/],
  ['documents.license', /\bdriver'?s? licen[sc]e\b/],
  ['documents.id', /\bidentity document\b|\bidentification card\b/],
  ['documents.ticket', /\bticket\b|\bboarding pass\b/],
  ['documents.card', /\bcredit card\b|\bdebit card\b|\bpayment card\b/],
  ['wallets.cardholder', /\bcard ?holder\b/],
  ['wallets.purse', /\bcoin purse\b/],
  ['wallets.wallet', /\bwallet\b/],
  ['electronics.phone', /\bmobile phone\b|\bsmartphone\b|\bcell ?phone\b|\biphone\b/],
  ['electronics.tablet', /\btablet\b|\bipad\b|\be-?reader\b/],
  ['electronics.laptop', /\blaptop\b|\bnetbook\b/],
  ['electronics.headphones', /\bheadphones?\b|\bear(?:phones?|buds?)\b|\bheadset\b/],
  ['electronics.watch', /\bwatch\b|\bsmartwatch\b/],
  ['electronics.camera', /\bcamera\b/],
  ['electronics.charger', /\bcharger\b|\bac adapter\b|\bpower bank\b/],
  ['electronics.console', /\bgame console\b|\bgame controller\b/],
  ['bags.backpack', /\bbackpack\b|\brucksack\b/],
  ['bags.suitcase', /\bsuitcase\b|\bhand luggage\b|\brolling\b/],
  ['bags.handbag', /\bhandbag\b|\bshoulder bag\b|\bpurse\b/],
  ['bags.tote', /\btote bag\b/],
  ['keys.keychain', /\bkey ?chain\b|\bkey ring\b/],
  ['keys.house', /\bkey\b/],
  ['jewelry.necklace', /\bnecklace\b|\bpendant\b/],
  ['jewelry.bracelet', /\bbracelet\b|\bbangle\b/],
  ['jewelry.earring', /\bearrings?\b/],
  ['jewelry.ring', /\bring\b/],
  ['eyewear.sunglasses', /\bsunglasses\b/],
  ['eyewear.glasses', /\b(?:eye)?glasses\b|\bspectacles\b/],
  ['accessories.umbrella', /\bumbrella\b/],
  ['accessories.belt', /\bbelt\b/],
  ['clothing.scarf', /\bscarf\b/],
  ['clothing.gloves', /\bgloves?\b/],
  ['clothing.hat', /\b(?:hat|cap|beanie)\b/],
  ['clothing.shoes', /\b(?:shoe|sneaker|boot|sandal)s?\b/],
  ['clothing.jacket', /\b(?:jacket|coat|blazer)\b/],
  ['sports.helmet', /\bhelmet\b/],
  ['sports.racket', /\brac(?:k|qu)et\b/],
  ['sports.ball', /\bball\b|\bfootball\b/],
  ['mobility.wheelchair', /\bwheelchair\b/],
  ['mobility.stroller', /\bstroller\b|\bbaby carriage\b/],
  ['mobility.scooter', /\bscooter\b/],
  ['mobility.bicycle', /\bbicycle\b|\bbike\b/],
  ['toys.plush', /\bstuffed toy\b|\bplush\b|\bteddy bear\b/],
  ['toys.doll', /\bdoll\b/],
  ['books.notebook', /\bnotebook\b|\bdiary\b/],
  ['books.book', /\bbook\b/],
  ['instruments.string', /\b(?:guitar|violin|ukulele|cello)\b/],
  ['instruments.wind', /\b(?:flute|trumpet|saxophone|clarinet)\b/],
  ['medical.hearing-aid', /\bhearing aid\b/],
  ['medical.medication', /\bmedication\b|\bmedicine\b|\bpill\b/],
  ['pets.dog', /\bdog\b/],
  ['pets.cat', /\bcat\b/],
  ['money.cash', /\bcash\b|\bbanknote\b|\bcurrency\b/],
];

/** The category that the surest label speaks for; null when no label names an item. */
export function categoryOfLabels(labels: readonly Proposed[]): Proposed | null {
  for (const { value, confidence } of labels.toSorted((a, b) => b.confidence - a.confidence)) {
    const category = WORDS.find(([, words]) => words.test(value.toLowerCase()))?.[0];
    if (category !== undefined) return { value: category, confidence };
  }
  return null;
}
