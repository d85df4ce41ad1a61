import { hash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';

/** The same check that the services make, remembered as briefly: who it is, or undefined. */
export function tokenCheck(jwks: JSONWebKeySet, issuer: string, audience: string) {
  const keys = createLocalJWKSet(jwks);
  const remembered = new Map<string, { readonly user: string; readonly until: number }>();
  return async (authorization: string | undefined): Promise<string | undefined> => {
    const token = /^bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    const name = hash('sha256', token, 'base64url');
    const known = remembered.get(name);
    if (known && known.until > Date.now()) return known.user;
    const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['ES256'] });
    const { sub, exp = 0 } = payload;
    if (sub !== undefined) remembered.set(name, { user: sub, until: Math.min(exp * 1000, Date.now() + 60_000) });
    return sub;
  };
}
