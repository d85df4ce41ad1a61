import { type Examples, changes, json, staleChange } from './examples.ts';
import { report } from './items.ts';
import type { Person } from './person.ts';

const GIVEN = { contact: { email: 'owner@example.org' }, validForHours: 24, singleUse: false };

/** Each step between two people, on an exchange that stands before it. */
export async function contactExamples(me: Person, other: Person): Promise<Examples> {
  const ask = async (asker: Person, author: Person) => {
    const body = { postId: await report(author), message: 'It is mine.' };
    return (await asker.post<{ id: string }>('/contact-exchanges', body)).id;
  };
  const approved = await ask(me, other);
  await other.post(`/contact-exchanges/${approved}/approve`, GIVEN, { 'if-match': '*' });
  const [asked, waiting] = [await ask(other, me), await ask(me, other)];
  return {
    'POST /api/v1/contact-exchanges': [json({ postId: await report(other) }), json({ postId: await report(me) })],
    'GET /api/v1/contact-exchanges': [{ query: { role: 'owner' } }, { query: { role: 'requester', limit: 1 } }],
    'GET /api/v1/contact-exchanges/{id}': [{ path: { id: approved } }],
    'POST /api/v1/contact-exchanges/{id}/approve': [
      ...changes({ id: await ask(other, me) }, GIVEN),
      staleChange({ id: asked }, GIVEN),
    ],
    'POST /api/v1/contact-exchanges/{id}/deny': [
      ...changes({ id: await ask(other, me) }, { reason: 'not_owner' }),
      staleChange({ id: asked }, { reason: 'other' }),
    ],
    'POST /api/v1/contact-exchanges/{id}/cancel': [
      ...changes({ id: await ask(me, other) }),
      staleChange({ id: waiting }),
    ],
    'POST /api/v1/contact-exchanges/{id}/reveal': [approved, waiting].map((id) => ({ path: { id }, ...json({}) })),
  };
}
