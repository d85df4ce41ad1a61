import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '@foundnow/postgres';
import { Idempotency, IdempotencyStore, type IdempotentRequest } from '../src/index.ts';
import { sampleSchema, type SampleSchema } from './idempotency-database.ts';

const PERSON = '0199aaaa-0000-7000-8000-000000000000';
const scope = { person: PERSON };
const hash = (text: string) => createHash('sha256').update(text).digest();
const request = (key: string, body = 'umbrella'): IdempotentRequest => ({
  person: PERSON,
  id: hash(key),
  fingerprint: hash(body),
});

describe('Idempotency', () => {
  let sample: SampleSchema;
  let store: IdempotencyStore;
  let idempotency: Idempotency;
  let before = 0;
  beforeAll(async () => {
    sample = await sampleSchema();
    store = new IdempotencyStore('sample');
    idempotency = new Idempotency(sample.database, store);
  });
  afterEach(async () => void (before = await sample.effects()));
  afterAll(() => sample.drop());

  const create = async (tx: Tx) => {
    const [row] = await tx.query<{ id: string }>(`INSERT INTO effects (title) VALUES ('umbrella') RETURNING id`);
    return row?.id ?? '';
  };
  const newEffects = async () => (await sample.effects()) - before;

  it('tells a repetition what was made the first time, and does nothing', async () => {
    const key = randomUUID();
    const first = await idempotency.run(request(key), scope, create);
    const second = await idempotency.run(request(key), scope, create);
    expect(first.replayed).toBe(false);
    expect(second).toEqual({ ...first, replayed: true });
    expect(await newEffects()).toBe(1);
  });

  it('tells whoever is refused now what was made the first time, and nothing of a request that made nothing', async () => {
    const key = randomUUID();
    expect(await idempotency.earlier(undefined, scope)).toBeUndefined();
    expect(await idempotency.earlier(request(key), scope)).toBeUndefined();
    const { resource } = await idempotency.run(request(key), scope, create);
    expect(await idempotency.earlier(request(key), scope)).toBe(resource);
    const other = idempotency.earlier(request(key, 'wallet'), scope);
    await expect(other).rejects.toMatchObject({ code: 'idempotency.key_reused' });
  });

  it('has one effect when 16 equal requests come at once, in one process or in four', async () => {
    for (const processes of [1, 4]) {
      const several = Array.from(
        { length: processes },
        () => new Idempotency(sample.openDatabase({ poolSize: 4 }), store),
      );
      const key = randomUUID();
      const had = await sample.effects();
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, i) => several[i % processes]!.run(request(key), scope, create)),
      );
      expect((await sample.effects()) - had).toBe(1);
      expect(new Set(answers.map(({ resource }) => resource)).size).toBe(1);
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    }
  });

  it('refuses the key for something else', async () => {
    const key = randomUUID();
    await idempotency.run(request(key), scope, create);
    const other = idempotency.run(request(key, 'wallet'), scope, create);
    await expect(other).rejects.toMatchObject({ kind: 'unprocessable', code: 'idempotency.key_reused' });
    expect(await newEffects()).toBe(1);
  });

  it('keeps nothing of a failure, so that a repetition gets its chance', async () => {
    const key = randomUUID();
    const failing = idempotency.run(request(key), scope, async (tx) => {
      await create(tx);
      throw new Error('crash after the effect');
    });
    await expect(failing).rejects.toThrow('crash after the effect');
    expect((await idempotency.run(request(key), scope, create)).replayed).toBe(false);
    expect(await newEffects()).toBe(1);
  });

  it('is not blocked by a process that died in the middle of a request', async () => {
    const key = randomUUID();
    const dead = new Idempotency(sample.openDatabase(), store).run(request(key), scope, async (tx) => {
      await create(tx);
      await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
      throw new Error('not reached');
    });
    await expect(dead).rejects.toThrow();
    expect((await idempotency.run(request(key), scope, create)).replayed).toBe(false);
    expect(await newEffects()).toBe(1);
  });

  it('tells a repetition to come back when the first takes too long, wherever that runs', async () => {
    const key = randomUUID();
    const impatient = new Idempotency(sample.openDatabase(), store, 100);
    let finish = () => {};
    const started = Promise.withResolvers<void>();
    const first = idempotency.run(request(key), scope, async (tx) => {
      started.resolve();
      await new Promise<void>((resolve) => (finish = resolve));
      return create(tx);
    });
    await started.promise;
    const busy = { kind: 'conflict', code: 'idempotency.in_progress', retryAfterSeconds: 1 };
    await expect(impatient.run(request(key), scope, create)).rejects.toMatchObject(busy);
    finish();
    const { resource } = await first;
    expect(await impatient.run(request(key), scope, create)).toEqual({ resource, replayed: true });
    expect(await newEffects()).toBe(1);
  });

  it('forgets a key after 24 hours, and all of a person at once', async () => {
    const key = randomUUID();
    await idempotency.run(request(key), scope, create);
    await sample.database.transaction(scope, (tx) =>
      tx.query(`UPDATE idempotency SET expires_at = expires_at - interval '24 hours 1 second' WHERE id = $1`, [
        hash(key),
      ]),
    );
    expect((await idempotency.run(request(key, 'wallet'), scope, create)).replayed).toBe(false);
    await sample.database.transaction(scope, async (tx) => {
      expect(await store.purgeExpired(tx)).toBe(0);
      await store.forget(tx, PERSON);
      expect(await tx.query('SELECT 1 FROM idempotency')).toEqual([]);
    });
  });
});
