import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sequenceId } from '@foundnow/testing';
import { distanceMeters, type GeoPoint, pointAway } from '../../src/domain/geo-point.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { PostState } from '../../src/domain/post/post-state.ts';
import type { NearbyQuery } from '../../src/use-cases/posts/post-search.port.ts';
import { publicPlaceOf } from '../../src/outbound/identity/public-place.ts';
import { aPost, anActor, NOON } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';

const KEY = Buffer.alloc(32, 5);
const ORG = sequenceId(1);
const author = anActor();
const colleague = anActor({ userId: sequenceId(2), orgId: ORG });
const CENTERS: Readonly<Record<string, GeoPoint>> = {
  'the zero point': { lat: 0, lng: 0 },
  'the north pole': { lat: 90, lng: 17 },
  'the south pole': { lat: -90, lng: 0 },
  'the antimeridian': { lat: 0, lng: 180 },
  'the antimeridian from the west': { lat: 65.1, lng: -179.999 },
  'a city': { lat: 52.525, lng: 13.3694 },
};

let world: PostgresPosts;
const states: PostState[] = [];

beforeAll(async () => {
  world = await openPostgresPosts();
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (const center of Object.values(CENTERS)) {
    for (let i = 0; i < 60; i += 1) {
      const away = pointAway(center, 60_000 * random() ** 2, 360 * random());
      states.push(await addAt(away, i % 5 === 0 ? colleague : author, i));
    }
  }
});
afterAll(() => world.drop());

async function addAt(place: GeoPoint, by: Actor, i: number): Promise<PostState> {
  const location = { ...place, accuracyMeters: null, address: null };
  const report = {
    location,
    kind: i % 2 === 0 ? ('lost' as const) : ('found' as const),
    category: i % 3 === 0 ? 'bags.backpack' : 'keys.house',
    visibility: i % 7 === 0 ? ('private' as const) : ('public' as const),
  };
  const publicPlace = publicPlaceOf(place, by.orgId ?? by.userId, KEY);
  const now = new Date(NOON.getTime() + i * 60_000);
  const { state } = await world.add(aPost(report, { publicPlace }, by, { now }).post, by);
  return state;
}

/** What must be found, computed from all posts. */
function bruteForce(query: NearbyQuery, viewer: Actor | null): Array<{ id: string; meters: number }> {
  const found = states.flatMap((post) => {
    const own = viewer !== null && (post.authorId === viewer.userId || (post.orgId ?? '-') === viewer.orgId);
    const mayRead = post.visibility === 'public' || viewer?.userId === post.authorId;
    const meters = own
      ? Math.round(distanceMeters(query.center, post.location))
      : Math.round(distanceMeters(query.center, post.publicPlace) / 100) * 100;
    const fits =
      mayRead &&
      meters <= query.radiusMeters &&
      (!query.kind || post.kind === query.kind) &&
      (!query.categories || query.categories.includes(post.category)) &&
      (!query.createdAfter || post.createdAt >= query.createdAfter);
    return fits ? [{ id: post.id, meters }] : [];
  });
  return found.toSorted((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1));
}

const viewers = { 'a stranger': null, 'the author': author, 'a colleague': colleague };
const cases = Object.keys(CENTERS).flatMap((center) =>
  Object.keys(viewers).flatMap((viewer) =>
    [800, 5000, 12_000, 50_000].map((radius) => ({ center, viewer: viewer as keyof typeof viewers, radius })),
  ),
);

describe('posts nearby', () => {
  it.each(cases)('are those within $radius m of $center, to $viewer, nearest first', async ({ center, ...rest }) => {
    const viewer = viewers[rest.viewer];
    const query = { center: CENTERS[center] ?? { lat: 0, lng: 0 }, radiusMeters: rest.radius, limit: 100 };
    const narrow = { ...query, kind: 'lost', categories: ['keys.house'], createdAfter: NOON } as const;
    for (const asked of [query, narrow]) {
      const found = await world.search.nearby(asked, viewer);
      const seen = found.map(({ post, distanceMeters: meters }) => ({ id: post.id, meters }));
      expect(seen).toEqual(bruteForce(asked, viewer).slice(0, 101));
    }
  });

  it('come page by page without a gap or a repetition', async () => {
    const query = { center: { lat: 52.525, lng: 13.3694 }, radiusMeters: 50_000, limit: 7 };
    const seen: string[] = [];
    for (let after: NearbyQuery['after']; ;) {
      const found = await world.search.nearby({ ...query, after }, null);
      const page = found.slice(0, query.limit);
      seen.push(...page.map(({ post }) => post.id));
      const last = page.at(-1);
      if (found.length <= query.limit || !last) break;
      after = { meters: last.distanceMeters, id: last.post.id };
    }
    expect(seen).toEqual(bruteForce(query, null).map(({ id }) => id));
  });
});
