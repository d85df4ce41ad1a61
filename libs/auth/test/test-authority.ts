import type { Clock } from '@foundnow/kernel';
import type { JWK } from 'jose';
import { issueToken, jwksOf, userIdFor, type Role, type SigningKey, type TokenRequest } from '../src/index.ts';
import { createSigningJwk, signingKeyOf } from '../src/keys/signing-key.ts';

/** Stands where the gateway will stand: signs what the services under test then verify. */
export interface TestAuthority {
  readonly issuer: string;
  readonly audience: string;
  readonly key: SigningKey;
  readonly jwks: { readonly keys: readonly JWK[] };
  /** A good token: of somebody with this role, and with whatever else is asked for. */
  tokenFor(role: Role, request?: Partial<TokenRequest>): Promise<string>;
}

export async function testAuthority(clock?: Clock): Promise<TestAuthority> {
  const key = await signingKeyOf(await createSigningJwk());
  const issuer = 'https://issuer.test';
  const audience = 'foundnow';
  return {
    issuer,
    audience,
    key,
    jwks: jwksOf(key),
    tokenFor: (role, request = {}) =>
      issueToken(key, { issuer, audience, userId: userIdFor(role), roles: [role], ...request }, clock),
  };
}
