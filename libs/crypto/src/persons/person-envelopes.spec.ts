import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import fc from 'fast-check';
import { MemoryDataKeyStore } from '../../test/memory-data-key-store.ts';
import { MemoryKms } from '../../test/memory-kms.ts';
import { PersonEnvelopes } from './person-envelopes.ts';

const clock = new FakeClock();
const expiresAt = new Date('2026-02-01T00:00:00Z');
const binding = { purpose: 'posts.contact', parties: ['request-1', 'a', 'b'], expiresAt };
const address = { email: 'mia@example.org' };

function setUp(cachedKeys = 100) {
  const kms = new MemoryKms();
  const keys = new MemoryDataKeyStore();
  return { kms, keys, envelopes: new PersonEnvelopes({ kms, keys, clock, cachedKeys }) };
}

async function saidOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('opened'),
    (thrown: unknown) => thrown as Error & { code?: string },
  );
  return `${(error as { code?: string }).code} ${error.message} ${error.stack} ${String(error.cause)}`;
}

describe('an envelope of a person', () => {
  it('gives back whatever JSON was put in', async () => {
    const { envelopes } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.jsonValue(), async (person, value) => {
        const envelope = await envelopes.seal(person, binding, value);
        expect(await envelopes.open(person, binding, envelope)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not open when any character was changed, and says nothing of what is in it', async () => {
    const { envelopes } = setUp();
    const envelope = await envelopes.seal('p1', binding, address);
    await fc.assert(
      fc.asyncProperty(fc.nat(envelope.length - 1), fc.constantFrom('A', 'b', '7', '_', '='), async (at, other) => {
        fc.pre(envelope[at] !== other);
        const said = await saidOf(
          envelopes.open('p1', binding, envelope.slice(0, at) + other + envelope.slice(at + 1)),
        );
        expect(said).toMatch(/^envelope\.refused /);
        expect(said).not.toContain('mia');
      }),
    );
    expect(await saidOf(envelopes.open('p1', binding, envelope.slice(0, -1)))).toMatch(/^envelope\.refused /);
    expect(await saidOf(envelopes.open('p1', binding, ''))).toMatch(/^envelope\.refused /);
  });

  it.each([
    ['purpose', { purpose: 'posts.other' }],
    ['party', { parties: ['request-1', 'a', 'c'] }],
    ['order of parties', { parties: ['request-1', 'b', 'a'] }],
    ['division of parties', { parties: ['request-1,a', 'b'] }],
    ['expiry', { expiresAt: new Date('2027-01-01T00:00:00Z') }],
    ['expiry: none', { expiresAt: null }],
  ])('does not open for another %s', async (_, changed) => {
    const { envelopes } = setUp();
    const envelope = await envelopes.seal('p1', binding, address);
    expect(await saidOf(envelopes.open('p1', { ...binding, ...changed }, envelope))).toMatch(/^envelope\.refused /);
  });

  it('does not open under another person, known or not', async () => {
    const { envelopes } = setUp();
    const envelope = await envelopes.seal('p1', binding, address);
    await envelopes.seal('p2', binding, address);
    expect(await saidOf(envelopes.open('p2', binding, envelope))).toMatch(/^envelope\.refused /);
    expect(await saidOf(envelopes.open('p3', binding, envelope))).toMatch(/^envelope\.destroyed /);
  });

  it('does not open from its expiry on', async () => {
    const { kms, keys } = setUp();
    const moving = new FakeClock('2026-01-31T23:59:59.999Z');
    const envelopes = new PersonEnvelopes({ kms, keys, clock: moving });
    const envelope = await envelopes.seal('p1', binding, address);
    expect(await envelopes.open('p1', binding, envelope)).toEqual(address);
    moving.advance(1);
    expect(await saidOf(envelopes.open('p1', binding, envelope))).toMatch(/^envelope\.expired /);
  });

  it('asks the KMS once per person while the key is in memory, and once for many who ask together', async () => {
    const { envelopes, kms } = setUp();
    const envelope = await envelopes.seal('p1', binding, address);
    await Promise.all(Array.from({ length: 20 }, () => envelopes.open('p1', binding, envelope)));
    expect(kms).toMatchObject({ wraps: 1, unwraps: 1 });
  });

  it('holds no more keys in memory than it may', async () => {
    const { envelopes, kms } = setUp(2);
    const sealed = new Map<string, string>();
    for (const person of ['p1', 'p2', 'p3']) sealed.set(person, await envelopes.seal(person, binding, address));
    kms.unwraps = 0;
    await envelopes.open('p3', binding, sealed.get('p3')!);
    expect(kms.unwraps).toBe(0);
    await envelopes.open('p1', binding, sealed.get('p1')!);
    expect(kms.unwraps).toBe(1);
  });

  it('fails as a broken dependency while the KMS is away, and opens once it is back', async () => {
    const { kms, keys, envelopes } = setUp();
    const envelope = await envelopes.seal('p1', binding, address);
    const restarted = new PersonEnvelopes({ kms, keys, clock });
    kms.away = true;
    await expect(restarted.open('p1', binding, envelope)).rejects.toMatchObject({ kind: 'dependency' });
    kms.away = false;
    expect(await restarted.open('p1', binding, envelope)).toEqual(address);
  });

  it('does not tell a short address from a longer one by its length', async () => {
    const { envelopes } = setUp();
    const [short, long] = [
      await envelopes.seal('p1', binding, 'a@b.ch'),
      await envelopes.seal('p1', binding, 'x'.repeat(99)),
    ];
    expect(short).toHaveLength(long.length);
  });
});
