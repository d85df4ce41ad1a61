import type { Person } from './person.ts';

export const ITEM = {
  kind: 'found',
  title: 'Black umbrella with a wooden handle',
  description: 'Left on a bench near the north entrance.',
  category: 'accessories.umbrella',
  location: { lat: 52.525, lng: 13.3694 },
  occurredFrom: '2026-01-05T08:00:00Z',
  occurredTo: '2026-01-05T09:00:00Z',
  timeZone: 'Europe/Berlin',
  language: 'en',
};

/** The same as a file. */
export const ITEM_AS_CSV = [
  'title,category,location.lat,location.lng,occurredFrom,occurredTo,timeZone,language',
  'Black umbrella,accessories.umbrella,52.525,13.3694,2026-01-05T08:00:00Z,2026-01-05T09:00:00Z,Europe/Berlin,en',
].join('\r\n');

/** The id of a new post that everybody may see. */
export async function report(by: Person, different: object = {}): Promise<string> {
  return (await by.post<{ id: string }>('/posts', { ...ITEM, visibility: 'public', ...different })).id;
}

export async function closedPost(by: Person): Promise<string> {
  const id = await report(by);
  await by.post(`/posts/${id}/expire`, undefined, { 'if-match': '*' });
  return id;
}
