import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

/** Signs tokens. Only the stack on one machine and tests own one; elsewhere the gateway signs. */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: 'ES256';
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export async function createSigningJwk(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}

export async function signingKeyOf(jwk: JWK): Promise<SigningKey> {
  const privateKey = await importJWK(jwk, 'ES256');
  const { d, ...publicJwk } = jwk;
  if (privateKey instanceof Uint8Array || jwk.kid === undefined || d === undefined) {
    throw new Error('The signing key is not a private ES256 key with a key id.');
  }
  return { kid: jwk.kid, algorithm: 'ES256', privateKey, publicJwk };
}

/** What verifiers need; holds no private part. */
export function jwksOf(...keys: readonly SigningKey[]): { readonly keys: readonly JWK[] } {
  return { keys: keys.map(({ publicJwk }) => publicJwk) };
}
