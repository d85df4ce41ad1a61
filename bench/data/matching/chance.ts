import { seededRandom } from '../../harness/seeded-random.ts';

/** Chance that repeats. Each thing gets its own by name, so that what one draws moves nothing of another. */
export class Chance {
  private readonly random: () => number;
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
    this.random = seededRandom(hashOf(name));
  }

  of(part: string | number): Chance {
    return new Chance(`${this.name}/${part}`);
  }

  next(): number {
    return this.random();
  }

  happens(share: number): boolean {
    return this.random() < share;
  }

  between(least: number, most: number): number {
    return least + (most - least) * this.random();
  }

  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error(`${this.name}: nothing to pick from`);
    return item;
  }

  weighted<Item>(items: readonly Item[], weightOf: (item: Item, index: number) => number): Item {
    let left = this.random() * items.reduce((sum, item, index) => sum + weightOf(item, index), 0);
    for (const [index, item] of items.entries()) {
      left -= weightOf(item, index);
      if (left < 0) return item;
    }
    return this.pick(items);
  }

  some<Item>(items: readonly Item[], count: number): Item[] {
    return items
      .map((item) => ({ item, at: this.random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ item }) => item);
  }

  /** About 0, two thirds within 1. */
  bell(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random());
  }

  hex(digits: number): string {
    return Array.from({ length: digits }, () => Math.floor(this.random() * 16).toString(16)).join('');
  }
}

/** FNV-1a, with its last bits mixed: names that differ in one sign lie far apart. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
