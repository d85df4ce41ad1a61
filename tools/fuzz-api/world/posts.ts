import { type Examples, changes, json, staleChange } from './examples.ts';
import { closedPost, ITEM, ITEM_AS_CSV, report } from './items.ts';
import type { Person } from './person.ts';

const NEAR = { lat: ITEM.location.lat, lng: ITEM.location.lng };

/** What everybody may read: one post of somebody else. */
export function readingExamples(others: string): Examples {
  return {
    'GET /api/v1/posts': [{}, { query: { limit: 1, q: 'umbrella' } }],
    'GET /api/v1/posts/nearby': [{ query: NEAR }, { query: { ...NEAR, limit: 1, radius: 50_000 } }],
    'GET /api/v1/posts/{id}': [{ path: { id: others } }],
    'GET /api/v1/posts/{id}/photos': [{ path: { id: others } }],
  };
}

/** Reporting, and each change of a post on one that is there for it, on one that stays, and on one of somebody else. */
export async function writingExamples(me: Person, others: string): Promise<Examples> {
  const [kept, closed] = [await report(me), await closedPost(me)];
  const change = async (body?: unknown, id?: string) => [
    ...changes({ id: id ?? (await report(me)) }, body),
    ...changes({ id: others }, body),
    staleChange({ id: kept }, body),
  ];
  return {
    'POST /api/v1/posts': [json(ITEM), json({ ...ITEM, kind: 'lost' })],
    'POST /api/v1/posts/bulk': [json({ items: [ITEM] })],
    'POST /api/v1/posts/import': [{ body: ITEM_AS_CSV, mediaType: 'text/csv' }],
    'PATCH /api/v1/posts/{id}': [
      ...(await change({ title: 'Dark umbrella' })),
      { path: { id: await closedPost(me) }, headers: { 'If-Match': '*' }, ...json({ category: 'keys.house' }) },
    ],
    'DELETE /api/v1/posts/{id}': await change(),
    'POST /api/v1/posts/{id}/resolve': await change({ resolution: 'returned' }),
    'POST /api/v1/posts/{id}/expire': await change(),
    'POST /api/v1/posts/{id}/reactivate': await change(undefined, closed),
    'GET /api/v1/posts/{id}/history': [{ path: { id: closed } }, { path: { id: others } }],
  };
}
