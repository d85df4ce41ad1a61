/** Somebody at a desk reports an umbrella that was found; what fn-posts answers. */
export async function reportItem(origin: string, token: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${origin}/api/v1/posts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': 'reported-once',
    },
    body: JSON.stringify({
      kind: 'found',
      title: 'Black umbrella with a wooden handle',
      category: 'accessories.umbrella',
      location: { lat: 52.525, lng: 13.3694 },
      timeZone: 'Europe/Berlin',
      language: 'en',
      occurredFrom: '2026-01-05T08:00:00Z',
      occurredTo: '2026-01-05T09:00:00Z',
    }),
  });
  return { status: answer.status, body: await answer.json() };
}
