import pg from 'pg';
import type { NearbyQuestion } from '../nearby/posts-world.ts';

/** The same rows in a table of its own, indexed as its documentation shows it. */
const PREPARE = `
  create extension cube;
  create extension earthdistance;
  create table peer_post as table posts.post;
  create index on peer_post using gist (ll_to_earth(public_lat, public_lng))`;

/** A box that the index finds, the exact distance after. */
const NEARBY = `
  select *, earth_distance(ll_to_earth($1, $2), ll_to_earth(public_lat, public_lng)) as meters from peer_post
  where earth_box(ll_to_earth($1, $2), $3) @> ll_to_earth(public_lat, public_lng)
    and earth_distance(ll_to_earth($1, $2), ll_to_earth(public_lat, public_lng)) <= $3
    and status = 'active' and visibility = 'public' and kind = $4 and category = $5 and created_at >= $6
  order by meters limit $7`;

/** The same question by the earthdistance extension, as somebody whom no row-level policy slows down. */
export class EarthdistanceSearch {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<EarthdistanceSearch> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(PREPARE);
    await client.query('vacuum analyze peer_post');
    return new EarthdistanceSearch(client);
  }

  /** Milliseconds. */
  async time({ center, radiusMeters, kind, category, createdAfter }: NearbyQuestion, limit: number): Promise<number> {
    const values = [center.lat, center.lng, radiusMeters, kind, category, new Date(createdAfter), limit];
    const start = performance.now();
    await this.client.query({ name: 'nearby', text: NEARBY, values });
    return performance.now() - start;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
