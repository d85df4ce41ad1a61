import { importJWK, type CryptoKey, type JWK } from 'jose';
import { z } from 'zod';

export const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

export interface PublicKey {
  readonly algorithm: Algorithm;
  readonly key: CryptoKey;
}

const SMALLEST_RSA_BITS = 2048;

const jwksSchema = z.object({
  keys: z.array(z.custom<JWK>((one) => typeof one === 'object' && one !== null)).max(100),
});

/**
 * What a key set says, by key id. The algorithm belongs to the key, never to the token, so nobody can have a public
 * key taken for a shared secret. Keys of other kinds or uses are passed over; private parts are never imported.
 */
export async function readKeySet(document: unknown): Promise<ReadonlyMap<string, PublicKey>> {
  const keys: readonly JWK[] = jwksSchema.parse(document).keys;
  const found = new Map<string, PublicKey>();
  for (const jwk of keys) {
    const algorithm = algorithmOf(jwk);
    if (algorithm === undefined || jwk.kid === undefined || (jwk.use ?? 'sig') !== 'sig') continue;
    const key = await importPublic(jwk, algorithm);
    if (key !== undefined) found.set(jwk.kid, { algorithm, key });
  }
  return found;
}

function algorithmOf({ kty, crv, alg }: JWK): Algorithm | undefined {
  const algorithm = byType(kty, crv);
  return alg === undefined || alg === algorithm || (alg === 'Ed25519' && algorithm === 'EdDSA') ? algorithm : undefined;
}

function byType(kty: string | undefined, crv: string | undefined): Algorithm | undefined {
  if (kty === 'RSA') return 'RS256';
  if (kty === 'EC' && crv === 'P-256') return 'ES256';
  return kty === 'OKP' && crv === 'Ed25519' ? 'EdDSA' : undefined;
}

/** One damaged key must not take the others with it. */
async function importPublic(jwk: JWK, algorithm: Algorithm): Promise<CryptoKey | undefined> {
  try {
    const key = await importJWK(publicPartOf(jwk), algorithm);
    if (key instanceof Uint8Array) return undefined;
    return algorithm === 'RS256' && bitsOf(key) < SMALLEST_RSA_BITS ? undefined : key;
  } catch {
    return undefined;
  }
}

function publicPartOf({ kty, crv, x, y, n, e }: JWK): JWK {
  const parts = { kty, crv, x, y, n, e };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as JWK;
}

function bitsOf(key: CryptoKey): number {
  return 'modulusLength' in key.algorithm ? Number(key.algorithm.modulusLength) : 0;
}
