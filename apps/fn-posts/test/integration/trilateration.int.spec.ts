import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import fc from 'fast-check';
import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js';
import { distanceMeters, type GeoPoint, pointAway } from '../../src/domain/geo-point.ts';
import { publicPlaceOf } from '../../src/outbound/identity/public-place.ts';
import type { PostgresPostSearch } from '../../src/outbound/postgres/posts/postgres-post-search.ts';
import { aPost, anActor } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';

const KEY = Buffer.alloc(32, 5);
const stranger = anActor({ userId: '0198c0de-0000-7000-8000-00000000000b' });
const author = anActor();
const home = { lat: 48.1402, lng: 11.5586 };

let world: PostgresPosts;
let id: string;
beforeAll(async () => {
  world = await openPostgresPosts();
  const report = { location: { ...home, accuracyMeters: 5, address: 'Arnulfstrasse 3' } };
  const { state } = await world.add(aPost(report, { publicPlace: publicPlaceOf(home, author.userId, KEY) }).post);
  ({ id } = state);
});
afterAll(() => world.drop());

/** Where it might have been as well, for all that its public place says: everywhere in the same cell. */
const elsewhere = fc
  .tuple(fc.nat(5), fc.double({ min: 0, max: 0.98, noNaN: true }))
  .map(([corner, share]): GeoPoint => {
    const cell = latLngToCell(home.lat, home.lng, 9);
    const [lat, lng] = cellToLatLng(cell);
    const [cornerLat = lat, cornerLng = lng] = cellToBoundary(cell)[corner] ?? [];
    return { lat: lat + (cornerLat - lat) * share, lng: lng + (cornerLng - lng) * share };
  })
  .filter((place) => distanceMeters(place, home) >= 100);

const questions = fc.array(
  fc.record({
    meters: fc.double({ min: 0, max: 3000, noNaN: true }),
    bearing: fc.double({ min: 0, max: 360, noNaN: true }),
    radiusMeters: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.constant(50_000)),
    viewer: fc.constantFrom(null, stranger),
    createdAfter: fc.constantFrom(undefined, new Date(0)),
  }),
  { minLength: 30, maxLength: 60 },
);

type Question = typeof questions extends fc.Arbitrary<(infer Q)[]> ? Q : never;

async function answer(search: PostgresPostSearch, { meters, bearing, viewer, ...query }: Question): Promise<unknown> {
  const center = pointAway(home, meters, bearing);
  const near = await search.nearby({ ...query, center, limit: 10 }, viewer);
  const listed = await search.list({ statuses: ['active'], sort: 'newest', limit: 10 }, viewer);
  return [near, listed, await search.find(id, viewer)];
}

async function moveTo({ lat, lng }: GeoPoint): Promise<void> {
  await withClient(world.adminUrl, (client) =>
    client.query('update posts.post set lat = $2, lng = $3 where id = $1', [id, lat, lng]),
  );
}

describe('where an item truly was', () => {
  it('cannot be told from places 100 m off and more, by any number of searches, lists and reads of strangers', async () => {
    await fc.assert(
      fc.asyncProperty(elsewhere, questions, async (other, asked) => {
        // What is published of either place is the same point.
        expect(publicPlaceOf(other, author.userId, KEY)).toEqual(publicPlaceOf(home, author.userId, KEY));
        const answers = async () => {
          const all: unknown[] = [];
          for (const question of asked) all.push(await answer(world.search, question));
          return all;
        };
        await moveTo(home);
        const here = await answers();
        await moveTo(other);
        expect(await answers()).toEqual(here);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('leaves a stranger nothing finer than 100 m to measure with', async () => {
    await moveTo(home);
    const distances = new Set<number>();
    for (let meters = 0; meters < 2000; meters += 37) {
      const [found] = await world.search.nearby(
        { center: pointAway(home, meters, meters), radiusMeters: 50_000, limit: 1 },
        stranger,
      );
      distances.add(found?.distanceMeters ?? -1);
    }
    expect([...distances].filter((each) => each % 100 !== 0)).toEqual([]);
  });

  it('is told to its author', async () => {
    await moveTo(home);
    const [found] = await world.search.nearby({ center: home, radiusMeters: 100, limit: 1 }, author);
    expect(found).toMatchObject({ distanceMeters: 0, post: { exact: true } });
  });
});
