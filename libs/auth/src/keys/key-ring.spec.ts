import { beforeEach, describe, expect, it } from '@jest/globals';
import { createSigningJwk, jwksOf, signingKeyOf, type SigningKey } from './signing-key.ts';
import { KeyRing } from './key-ring.ts';

describe('KeyRing', () => {
  let first: SigningKey;
  let second: SigningKey;
  let published: readonly SigningKey[];
  let reads: number;
  let millis: number;
  let down: boolean;
  let ring: KeyRing;

  beforeEach(async () => {
    first = await signingKeyOf(await createSigningJwk());
    second = await signingKeyOf(await createSigningJwk());
    [published, reads, millis, down] = [[first], 0, 1_000_000, false];
    const load = () => {
      reads += 1;
      return down ? Promise.reject(new Error('away')) : Promise.resolve(jwksOf(...published));
    };
    ring = new KeyRing({ load, clock: { now: () => new Date(millis) } });
  });

  it('reads the set once, however many ask at the same time', async () => {
    const keys = await Promise.all(Array.from({ length: 50 }, () => ring.find(first.kid)));
    expect(keys.every((key) => key?.algorithm === 'ES256')).toBe(true);
    expect(reads).toBe(1);
  });

  it('finds a key that came by rotation, without a restart', async () => {
    await ring.find(first.kid);
    published = [first, second];
    millis += 30_000;
    expect(await ring.find(second.kid)).toBeDefined();
    expect(reads).toBe(2);
  });

  it('lets a flood of made-up key ids cause one read per cooldown', async () => {
    await ring.find(first.kid);
    millis += 30_000;
    for (let i = 0; i < 100; i += 1) expect(await ring.find(`made-up-${i}`)).toBeUndefined();
    expect(reads).toBe(2);
  });

  it('drops a key that was taken out of the set', async () => {
    await ring.find(first.kid);
    published = [second];
    millis += 600_001;
    await ring.find(second.kid);
    expect(await ring.find(first.kid)).toBeUndefined();
  });

  it('goes on with the keys it has while the issuer is away', async () => {
    await ring.find(first.kid);
    down = true;
    millis += 3_600_000;
    expect(await ring.find(first.kid)).toBeDefined();
    await expect(ring.find(second.kid)).rejects.toMatchObject({ kind: 'dependency', code: 'auth.keys_unavailable' });
  });

  it('says that it cannot tell when it never saw a set, and recovers', async () => {
    down = true;
    await expect(ring.find(first.kid)).rejects.toMatchObject({ kind: 'dependency' });
    down = false;
    millis += 1_000;
    expect(await ring.find(first.kid)).toBeDefined();
  });

  it('passes over keys of other kinds, uses and strengths, and never holds a private part', async () => {
    const load = () =>
      Promise.resolve({
        keys: [
          { kty: 'oct', kid: 'shared', k: 'c2VjcmV0', alg: 'HS256' },
          { ...first.publicJwk, kid: 'encrypts', use: 'enc' },
          { ...first.publicJwk, kid: 'mislabelled', alg: 'RS256' },
          { ...first.publicJwk, kid: 'damaged', x: 'AAAA' },
          { kty: 'RSA', kid: 'weak', n: 'sXchTWyFPm2jvJ3c5Kz0vP1ZP0vP1ZP0vP1ZP0vP1ZM', e: 'AQAB' },
          second.publicJwk,
        ],
      });
    const mixed = new KeyRing({ load, clock: { now: () => new Date(millis) } });
    const found = await Promise.all(
      ['shared', 'encrypts', 'mislabelled', 'damaged', 'weak'].map((kid) => mixed.find(kid)),
    );
    expect(found).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect((await mixed.find(second.kid))?.key.type).toBe('public');
  });
});
