import type { NearbyQuestion, Point, WorldPost } from './posts-world.ts';

const DEGREE = Math.PI / 180;
const EARTH_DIAMETER_METERS = 2 * 6_371_008.8;

/** What must be found: every post looked at, the distance in steps of 100 m. */
export function bruteForce(posts: readonly WorldPost[], question: NearbyQuestion, limit: number): string[] {
  const { center, radiusMeters, kind, category, createdAfter } = question;
  return posts
    .flatMap((post) => {
      const fits = post.status === 'active' && post.kind === kind && post.category === category;
      if (!fits || post.createdAt < createdAfter) return [];
      const meters = Math.round(distance(center, post) / 100) * 100;
      return meters <= radiusMeters ? [{ id: post.id, meters }] : [];
    })
    .sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
}

function distance(a: Point, b: Point): number {
  const lat = Math.sin(((b.lat - a.lat) * DEGREE) / 2) ** 2;
  const lng = Math.sin(((b.lng - a.lng) * DEGREE) / 2) ** 2;
  return (
    EARTH_DIAMETER_METERS *
    Math.asin(Math.min(1, Math.sqrt(lat + Math.cos(a.lat * DEGREE) * Math.cos(b.lat * DEGREE) * lng)))
  );
}
