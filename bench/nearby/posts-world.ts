import { uuidv7 } from '@foundnow/kernel';
import { withClient } from '@foundnow/postgres';
import { latLngToCell } from 'h3-js';
import { seededRandom } from '../harness/seeded-random.ts';

/** So that fewer posts lie as dense as many: it is what lies around a point that a search has to look at. */
const POSTS_PER_CITY = 5000;
const CATEGORIES = 56;
const DAYS = 90;
const DAY_MILLIS = 86_400_000;
const BATCH = 10_000;

export interface Point {
  readonly lat: number;
  readonly lng: number;
}

export interface WorldPost extends Point {
  readonly id: string;
  readonly kind: 'lost' | 'found';
  readonly status: 'active' | 'resolved';
  readonly category: string;
  readonly createdAt: number;
}

export interface NearbyQuestion {
  readonly center: Point;
  readonly radiusMeters: number;
  readonly kind: 'lost' | 'found';
  readonly category: string;
  readonly createdAfter: number;
}

/** Posts in and around cities, as people report them over three months. The same ones in every run. */
export class PostsWorld {
  readonly posts: WorldPost[] = [];
  private readonly random = seededRandom(4711);
  private readonly now = Date.now();

  constructor(count: number) {
    const places = Math.ceil(count / POSTS_PER_CITY);
    const cities = Array.from({ length: places }, () => ({ lat: this.between(-55, 60), lng: this.between(-170, 170) }));
    for (let i = 0; i < count; i += 1) {
      const city = cities[Math.floor(this.random() * places)] ?? { lat: 0, lng: 0 };
      this.posts.push({
        id: uuidv7.next(),
        lat: rounded(city.lat + 0.08 * this.bell()),
        lng: rounded(city.lng + 0.12 * this.bell()),
        kind: this.random() < 0.5 ? 'lost' : 'found',
        status: this.random() < 0.7 ? 'active' : 'resolved',
        category: this.category(),
        createdAt: Math.floor(this.now - this.random() * DAYS * DAY_MILLIS),
      });
    }
  }

  /** Where somebody stands who looks for something: near where things are reported. */
  questions(count: number, radiusMeters: number): NearbyQuestion[] {
    return Array.from({ length: count }, () => {
      const near = this.posts[Math.floor(this.random() * this.posts.length)] ?? { lat: 0, lng: 0 };
      return {
        center: { lat: near.lat + this.between(-0.02, 0.02), lng: near.lng + this.between(-0.02, 0.02) },
        radiusMeters,
        kind: this.random() < 0.5 ? 'lost' : 'found',
        category: this.category(),
        createdAfter: this.now - 21 * DAY_MILLIS,
      };
    });
  }

  /** Writes them as the service would have, the indexes once all is there. */
  async fill(url: string, progress: (text: string) => void): Promise<void> {
    await withClient(url, async (client) => {
      const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES);
      for (const { name } of indexes) await client.query(`drop index posts.${name}`);
      for (let at = 0; at < this.posts.length; at += BATCH) {
        await client.query({ name: 'fill', text: FILL, values: columnsOf(this.posts.slice(at, at + BATCH)) });
      }
      progress(`${this.posts.length} posts written`);
      for (const { definition } of indexes) await client.query(definition);
      await client.query('vacuum analyze posts.post');
      progress('indexes built');
    });
  }

  private between(least: number, most: number): number {
    return least + (most - least) * this.random();
  }

  private bell(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random());
  }

  private category(): string {
    return `category.${Math.floor(CATEGORIES * this.random())}`;
  }
}

const INDEXES = `
  select indexname as name, indexdef as definition from pg_indexes
  where schemaname = 'posts' and tablename = 'post' and indexname not in ('post_pkey', 'post_reference_key')`;

const FILL = `
  insert into posts.post (id, public_lat, public_lng, kind, status, category, created_at, cell5, cell7, version, title,
    description, tags, attributes, lat, lng, address, radius_meters, occurred_from, occurred_to, time_zone, visibility,
    language, identifiers, proof_questions, author_id, intake, photos, photos_version, updated_at, expires_at, change,
    changed_fields, words)
  select id, lat, lng, kind, status, category, created_at, cell5, cell7, 1, 'Blue backpack with a laptop',
    'Left on the bench at platform 7 around noon, with a sticker of a lighthouse on its pocket.', '{backpack,blue}',
    '{"brand": "Nordhike", "model": null, "color": ["blue"], "material": "nylon", "marks": null}', lat, lng,
    'Main station, platform 7', 1000, created_at, created_at, 'Europe/Berlin', 'public', 'en', '[]', '{}',
    '0198c0de-0000-7000-8000-00000000000a', 'self', '[]', 1, created_at, created_at + interval '30 days', 'reported', '{}',
    to_tsvector('simple', 'Blue backpack with a laptop left on the bench at platform 7 around noon')
  from unnest($1::uuid[], $2::float8[], $3::float8[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
    $8::bigint[], $9::bigint[]) as given (id, lat, lng, kind, status, category, created_at, cell5, cell7)`;

function columnsOf(posts: readonly WorldPost[]): unknown[] {
  const cells = (resolution: number) =>
    posts.map(({ lat, lng }) => BigInt(`0x${latLngToCell(lat, lng, resolution)}`).toString());
  return [
    posts.map(({ id }) => id),
    posts.map(({ lat }) => lat),
    posts.map(({ lng }) => lng),
    posts.map(({ kind }) => kind),
    posts.map(({ status }) => status),
    posts.map(({ category }) => category),
    posts.map(({ createdAt }) => new Date(createdAt)),
    cells(5),
    cells(7),
  ];
}

/** As public places are: about ten metres. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
