import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEffectsApp } from './effects-app.ts';

const ORG = '0199aaaa-0000-7000-8000-00000000000a';

describe('a route that creates', () => {
  let effects: Awaited<ReturnType<typeof startEffectsApp>>;
  beforeAll(async () => void (effects = await startEffectsApp()));
  afterAll(() => effects.stop());

  async function post(body: string, key?: string, { org, query = '' }: { org?: string; query?: string } = {}) {
    const headers = {
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(org !== undefined && { 'x-sample-org': org }),
    };
    const answer = await fetch(effects.url + query, { method: 'POST', body, headers });
    const told = ['location', 'etag', 'idempotent-replayed'].map((name) => answer.headers.get(name));
    return { status: answer.status, told, body: (await answer.json()) as Record<string, unknown> };
  }

  it('creates once for 16 equal requests at once, and says which answers are repetitions', async () => {
    const before = await effects.sample.effects();
    const answers = await Promise.all(Array.from({ length: 16 }, () => post('{"title":"a"}', 'key-parallel')));
    expect((await effects.sample.effects()) - before).toBe(1);
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['id'])}`)).size).toBe(1);
    expect(answers.filter(({ told }) => told[2] === 'true')).toHaveLength(15);
    expect(new Set(answers.map(({ told }) => `${told[0]} ${told[1]}`)).size).toBe(1);
  });

  it('knows the same request again however its fields are ordered and spaced', async () => {
    const first = await post('{"title":"a","note":"n"}', 'key-order');
    const second = await post('{ "note": "n", "title": "a" }', 'key-order');
    expect(second).toEqual({ ...first, told: [...first.told.slice(0, 2), 'true'] });
  });

  it('refuses a key for another body with 422, and creates nothing', async () => {
    await post('{"title":"a"}', 'key-other');
    const before = await effects.sample.effects();
    const other = await post('{"title":"b"}', 'key-other');
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
    expect(await effects.sample.effects()).toBe(before);
  });

  it.each([
    ['for another organization', { org: ORG }],
    ['with another query', { query: '?draft=yes' }],
  ])('refuses a key %s with 422, and creates nothing', async (_name, other) => {
    const key = `key-${Object.keys(other).join()}`;
    await post('{"title":"a"}', key);
    const before = await effects.sample.effects();
    expect(await post('{"title":"a"}', key, other)).toMatchObject({
      status: 422,
      body: { code: 'idempotency.key_reused' },
    });
    expect(await effects.sample.effects()).toBe(before);
    expect(await post('{"title":"a"}', key)).toMatchObject({ status: 201 });
  });

  it('answers a repetition with 404 when what it made is gone, and makes no other', async () => {
    const { body } = await post('{"title":"to be erased"}', 'key-gone');
    await fetch(`${effects.url}/${String(body['id'])}`, { method: 'DELETE' });
    const before = await effects.sample.effects();
    expect(await post('{"title":"to be erased"}', 'key-gone')).toMatchObject({
      status: 404,
      body: { code: 'effect.missing' },
    });
    expect(await effects.sample.effects()).toBe(before);
  });

  it('keeps nothing of what was sent or answered', async () => {
    await post('{"title":"S3CR3T","note":"private"}', 'key-private');
    const kept = await effects.sample.database.read({ anonymous: true }, (tx) =>
      tx.query<{ row: string }>('SELECT idempotency::text AS row FROM idempotency'),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toMatch(/S3CR3T|private|key-private/);
  });

  it('refuses a key that is none with 400, and creates nothing', async () => {
    const before = await effects.sample.effects();
    for (const key of ['', 'with blank', 'k'.repeat(256)]) {
      expect(await post('{"title":"a"}', key)).toMatchObject({
        status: 400,
        body: { code: 'idempotency.key_invalid' },
      });
    }
    expect(await effects.sample.effects()).toBe(before);
  });

  it('creates anew each time without a key', async () => {
    const [first, second] = [await post('{"title":"a"}'), await post('{"title":"a"}')];
    expect(first.body['id']).not.toBe(second.body['id']);
  });
});
