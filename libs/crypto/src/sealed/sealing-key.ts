import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';

export const KEY_ALGORITHM = 'ECDH-ES+A256KW';
export const CONTENT_ALGORITHM = 'A256GCM';

/** What others need to seal for a service. `iat` (seconds) tells which key is the newest. */
export interface PublicSealingKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly use: 'enc';
  readonly alg: typeof KEY_ALGORITHM;
  readonly iat: number;
}

export interface SealingKey extends PublicSealingKey {
  readonly d: string;
}

export interface SealingJwks {
  readonly keys: readonly PublicSealingKey[];
}

export async function newSealingKey(now: Date): Promise<SealingKey> {
  const pair = await generateKeyPair(KEY_ALGORITHM, { crv: 'P-256', extractable: true });
  const { x, y, d } = await exportJWK(pair.privateKey);
  const key = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d: d ?? '' } as const;
  const kid = (await calculateJwkThumbprint(key)).slice(0, 16);
  return { ...key, kid, use: 'enc', alg: KEY_ALGORITHM, iat: Math.floor(now.getTime() / 1000) };
}

export function publicPart({ kty, crv, x, y, kid, use, alg, iat }: SealingKey): PublicSealingKey {
  return { kty, crv, x, y, kid, use, alg, iat };
}

type Unchecked = Readonly<Record<string, unknown>>;

export function isPublicSealingKey(key: Unchecked): key is Unchecked & PublicSealingKey {
  return (
    key.kty === 'EC' &&
    key.crv === 'P-256' &&
    key.use === 'enc' &&
    key.alg === KEY_ALGORITHM &&
    typeof key.kid === 'string' &&
    typeof key.x === 'string' &&
    typeof key.y === 'string' &&
    Number.isInteger(key.iat)
  );
}
