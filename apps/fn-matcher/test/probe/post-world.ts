import { uuidv7 } from '@foundnow/kernel';
import { blockOf } from '../../src/domain/blocking/block.ts';
import { hashOfTerm } from '../../src/domain/frequencies/term-hash.ts';
import type { Derived } from '../../src/domain/post/derive.ts';
import { cellsOf } from '../../src/domain/traits/cells.ts';
import { termsOf } from '../../src/domain/traits/terms.ts';
import { traitsOf } from '../../src/domain/traits/traits-of.ts';
import type { Traits } from '../../src/domain/traits/traits.ts';
import { readLexicon } from '../../src/outbound/knowledge/read-lexicon.ts';
import type { BulkPost } from '../matching/bulk-posts.ts';
import { seededRandom } from '../matching/seeded-random.ts';
import { aSaid, type Said } from '../matching/told.builder.ts';
import { COLORS, MARKS, THINGS } from './things.ts';

/** So that fewer posts lie as dense as many: it is what lies around a post that it is compared with. */
const POSTS_PER_CITY = 5_000;
const TEXTS = 4_000;
const DAYS = 90;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

interface Written {
  readonly said: Said;
  readonly traits: Traits;
}

interface Where {
  readonly lat: number;
  readonly lng: number;
  readonly from: number;
  readonly spread: number;
}

/** Posts in and around cities, as people report them over three months. The same ones in every run. */
export class PostWorld {
  readonly #random = seededRandom(4711);
  readonly #cities: readonly { readonly lat: number; readonly lng: number }[];
  readonly #written: readonly Written[];
  readonly #now = Date.UTC(2026, 5, 1);

  constructor(readonly count: number) {
    const cities = Math.ceil(count / POSTS_PER_CITY);
    this.#cities = Array.from({ length: cities }, () => ({
      lat: this.#between(-55, 60),
      lng: this.#between(-170, 170),
    }));
    this.#written = Array.from({ length: TEXTS }, () => this.#write());
  }

  *posts(): Iterable<BulkPost> {
    for (let at = 0; at < this.count; at += 1) {
      const { said, traits } = this.#anyText();
      yield { id: uuidv7.next(), title: said.title, derived: this.#placed(traits, this.#where()) };
    }
  }

  /** One that is reported now: lost or found at any time of the last days, in any of the cities. */
  newPost(): Said {
    const { said } = this.#anyText();
    const { lat, lng, from, spread } = this.#where(this.#random() < 0.8 ? 14 : DAYS);
    return {
      ...said,
      kind: this.#random() < 0.5 ? 'lost' : 'found',
      place: { lat, lng, accuracyMeters: null },
      radiusMeters: spread,
      occurredFrom: from,
      occurredTo: from + HOUR_MS,
      reportedAt: this.#now,
    };
  }

  #placed(traits: Traits, { lat, lng, from, spread }: Where): Derived {
    const kind = this.#random() < 0.5 ? 'lost' : 'found';
    const when = { from, to: from + HOUR_MS, reportedAt: from + 5 * HOUR_MS };
    const placed: Traits = { ...traits, kind, lat, lng, spreadMeters: spread, cells: cellsOf(lat, lng), ...when };
    return { traits: placed, block: blockOf(placed), terms: [...new Set(termsOf(placed).map(hashOfTerm))] };
  }

  #write(): Written {
    const [category, name, brands] = this.#of(THINGS);
    const brand = this.#random() < 0.6 ? this.#of(brands) : null;
    const color = this.#of(COLORS);
    const said = aSaid('lost', {
      category,
      title: `${color} ${brand ?? ''} ${name}`.replace('  ', ' '),
      description: `Left on the train near the central station. ${this.#of(MARKS)} and ${this.#of(MARKS)}.`,
      attributes: {
        brand,
        model: null,
        color: [color],
        material: null,
        marks: this.#random() < 0.4 ? this.#of(MARKS) : null,
      },
    });
    return { said, traits: traitsOf({ ...said, id: '', analysis: null }, readLexicon()) };
  }

  #where(days = DAYS): Where {
    const { lat, lng } = this.#of(this.#cities);
    return {
      lat: Math.max(-89, Math.min(89, lat + 0.012 * this.#bell())),
      lng: lng + 0.017 * this.#bell(),
      from: Math.floor(this.#now - this.#random() * days * DAY_MS),
      spread: Math.round(50 * 2 ** (5 * this.#random())),
    };
  }

  #anyText(): Written {
    return this.#of(this.#written);
  }

  #of<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }

  #between(least: number, most: number): number {
    return least + (most - least) * this.#random();
  }

  #bell(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
  }
}
