import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CompactEncrypt, importJWK } from 'jose';
import { Opener } from './opener.ts';
import { sealFor } from './seal-for.ts';
import type { SealedPlace } from './sealed-place.ts';
import { newSealingKey, publicPart } from './sealing-key.ts';

const place: SealedPlace = { topic: 'posts.events', field: 'sealedProof', subject: 'p1' };
const secret = 'engraved "for Mia"';

async function pair(recipient = 'matcher') {
  const key = await newSealingKey(new Date('2026-01-01T00:00:00Z'));
  return {
    key,
    keys: { newestOf: async () => publicPart(key) },
    opener: new Opener({ recipient, find: async (kid) => (kid === key.kid ? key : undefined) }),
  };
}

async function refusalOf(work: Promise<unknown>): Promise<{ code?: string; kind?: string; said: string }> {
  const error: unknown = await work.then(
    () => ({ code: 'opened' }),
    (thrown: unknown) => thrown,
  );
  const { code, kind } = error as { code?: string; kind?: string };
  const said = `${String(error)} ${JSON.stringify(error)} ${String((error as Error).cause)} ${(error as Error).stack ?? ''}`;
  return { ...(code === undefined ? {} : { code }), ...(kind === undefined ? {} : { kind }), said };
}

describe('a sealed field', () => {
  it('gives its recipient back whatever JSON was sealed', async () => {
    const { keys, opener } = await pair();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const sealed = await sealFor(keys, 'matcher', place, value);
        expect(await opener.open(sealed, place)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a value of which any one character was changed, without saying what it held', async () => {
    const { keys, opener } = await pair();
    const sealed = await sealFor(keys, 'matcher', place, secret);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.constantFrom('A', 'b', '7', '_'), async (at, other) => {
        fc.pre(sealed[at] !== other && sealed[at] !== '.' && !endsSegment(sealed, at));
        const refusal = await refusalOf(opener.open(sealed.slice(0, at) + other + sealed.slice(at + 1), place));
        expect(refusal.code).toMatch(/^sealed\./);
        expect(refusal.kind).toBe('internal');
        expect(refusal.said).not.toContain('Mia');
      }),
      { numRuns: 120 },
    );
  });

  it.each([
    ['another topic', { topic: 'matcher.events' }],
    ['another field', { field: 'sealedIdentifiers' }],
    ['another subject', { subject: 'p2' }],
  ])('does not open at %s', async (_, moved) => {
    const { keys, opener } = await pair();
    const sealed = await sealFor(keys, 'matcher', place, secret);
    expect(await refusalOf(opener.open(sealed, { ...place, ...moved }))).toMatchObject({ code: 'sealed.wrong_place' });
  });

  it('does not open for another service, even one that holds the key', async () => {
    const { keys, key } = await pair();
    const sealed = await sealFor(keys, 'matcher', place, secret);
    const other = new Opener({ recipient: 'notifications', find: async () => key });
    expect(await refusalOf(other.open(sealed, place))).toMatchObject({ code: 'sealed.wrong_recipient' });
  });

  it('names an unknown key as such, and one that only bears the name as tampering', async () => {
    const [ours, theirs] = [await pair(), await pair()];
    const sealed = await sealFor(ours.keys, 'matcher', place, secret);
    expect(await refusalOf(theirs.opener.open(sealed, place))).toMatchObject({ code: 'sealed.unknown_key' });
    const impostor = new Opener({ recipient: 'matcher', find: async () => ({ ...theirs.key, kid: ours.key.kid }) });
    expect(await refusalOf(impostor.open(sealed, place))).toMatchObject({ code: 'sealed.tampered' });
  });

  it('is as long for a short answer as for a longer one', async () => {
    const { keys } = await pair();
    const [short, long] = [
      await sealFor(keys, 'matcher', place, 'no'),
      await sealFor(keys, 'matcher', place, 'x'.repeat(90)),
    ];
    expect(short.length).toBe(long.length);
  });

  it('refuses what is no JSON inside, or no JWE at all, without repeating it', async () => {
    const { key, opener } = await pair();
    const foreign = await new CompactEncrypt(Buffer.from('Mia {'))
      .setProtectedHeader({
        alg: 'ECDH-ES+A256KW',
        enc: 'A256GCM',
        kid: key.kid,
        aud: 'matcher',
        ctx: '["posts.events","sealedProof","p1"]',
      })
      .encrypt(await importJWK({ ...publicPart(key) }, 'ECDH-ES+A256KW'));
    for (const text of [foreign, '', 'Mia', 'Mia.b.c.d.e', '{"Mia":1}']) {
      const refusal = await refusalOf(opener.open(text, place));
      expect(refusal).toMatchObject({ code: 'sealed.malformed', kind: 'internal' });
      expect(refusal.said).not.toContain('Mia');
    }
  });
});

/** The last character of a base64url segment may carry bits that decode to nothing. */
function endsSegment(sealed: string, at: number): boolean {
  return at === sealed.length - 1 || sealed[at + 1] === '.';
}
