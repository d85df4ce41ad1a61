import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { userIdFor } from '../src/index.ts';
import { startGuardedApp } from './guarded-app.ts';
import { testAuthority, type TestAuthority } from './test-authority.ts';

const NOW = Math.floor(Date.UTC(2026, 5, 1) / 1_000);
const clock = { now: () => new Date(NOW * 1_000) };
let authority: TestAuthority;
let foreign: CryptoKey;
let pem: string;

const good = (): JWTPayload => ({
  iss: authority.issuer,
  aud: authority.audience,
  sub: userIdFor('somebody'),
  roles: ['user'],
  scope: '',
  sid: 's1',
  jti: 't1',
  typ: 'user',
  iat: NOW,
  exp: NOW + 600,
});
const sign = (payload: JWTPayload, header: object = {}, key = authority.key.privateKey) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', kid: authority.key.kid, ...header })
    .sign(key, { crit: { tenant: true } });
const changed = (claims: object) => () => sign({ ...good(), ...claims });
const without = (claim: string) => () =>
  sign(Object.fromEntries(Object.entries(good()).filter(([name]) => name !== claim)));
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const unsigned = () => `${part({ alg: 'none', kid: authority.key.kid })}.${part(good())}.`;
const confused = () => {
  const body = `${part({ alg: 'HS256', kid: authority.key.kid })}.${part(good())}`;
  return `${body}.${createHmac('sha256', pem).update(body).digest('base64url')}`;
};
const tampered = async () => {
  const [head, , signature] = (await sign(good())).split('.');
  return [head, part({ ...good(), roles: ['admin'] }), signature].join('.');
};

const BAD: ReadonlyArray<readonly [string, () => string | Promise<string>, string]> = [
  ['no token at all', () => '', 'token.missing'],
  ['another scheme', () => 'Basic dXNlcjpwYXNz', 'token.malformed'],
  ['garbage', () => 'garbage', 'token.malformed'],
  ['two tokens', () => 'a.b.c d.e.f', 'token.malformed'],
  ['a token of 10 KB', () => `${'a'.repeat(10_000)}.b.c`, 'token.malformed'],
  ['no signature (alg none)', unsigned, 'token.algorithm'],
  ['HS256 over the public key', confused, 'token.algorithm'],
  ['an algorithm that is not its key’s', () => sign(good(), { alg: 'EdDSA' }, foreignEd), 'token.algorithm'],
  ['no key id', () => sign(good(), { kid: undefined }), 'token.key_unknown'],
  ['a foreign key id', () => sign(good(), { kid: 'other' }), 'token.key_unknown'],
  ['a foreign key under a known id', () => sign(good(), {}, foreign), 'token.signature'],
  ['claims changed after signing', tampered, 'token.signature'],
  ['an unknown header type', () => sign(good(), { typ: 'logout+jwt' }), 'token.malformed'],
  ['an unknown critical header', () => sign(good(), { crit: ['tenant'], tenant: 1 }), 'token.malformed'],
  ['another issuer', changed({ iss: 'https://evil.test' }), 'token.issuer'],
  ['another audience', changed({ aud: 'billing' }), 'token.audience'],
  ['an end 61 s ago', changed({ iat: NOW - 600, exp: NOW - 61 }), 'token.expired'],
  ['a start in 61 s', changed({ nbf: NOW + 61 }), 'token.not_yet_valid'],
  ['an issue date in 61 s', changed({ iat: NOW + 61 }), 'token.not_yet_valid'],
  ['a life of 15 min and 1 s', changed({ exp: NOW + 901 }), 'token.lifetime'],
  ['no end', without('exp'), 'token.claims'],
  ['no issue date', without('iat'), 'token.claims'],
  ['no session', without('sid'), 'token.claims'],
  ['no token id', without('jti'), 'token.claims'],
  ['no scope', without('scope'), 'token.claims'],
  ['no roles', changed({ roles: [] }), 'token.claims'],
  ['an unknown role', changed({ roles: ['user', 'root'] }), 'token.claims'],
  ['an unknown type', changed({ typ: 'robot' }), 'token.claims'],
  ['a subject that is no UUID', changed({ sub: 'desk-1' }), 'token.claims'],
  ['an organization that is no UUID', changed({ org: 'db' }), 'token.claims'],
];
let foreignEd: CryptoKey;

describe('a request with', () => {
  let guarded: Awaited<ReturnType<typeof startGuardedApp>>;
  beforeAll(async () => {
    authority = await testAuthority(clock);
    foreign = (await generateKeyPair('ES256')).privateKey;
    foreignEd = (await generateKeyPair('EdDSA')).privateKey;
    pem = await exportSPKI((await importJWK(authority.key.publicJwk, 'ES256', { extractable: true })) as CryptoKey);
    const { issuer, audience, jwks } = authority;
    guarded = await startGuardedApp({ jwks: { inline: jwks }, issuer, audience, clock });
  });
  afterAll(() => guarded.app.close());

  it.each(BAD)('%s gets 401, a code and nothing done', async (_name, make, code) => {
    const token = await make();
    const authorization = token.startsWith('Basic ') ? token : `Bearer ${token}`;
    const headers: Record<string, string> = token === '' ? {} : { authorization };
    const answer = await fetch(`${guarded.url}/things`, { method: 'POST', headers });
    const text = await answer.text();

    expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
      status: 401,
      type: 'application/problem+json',
    });
    expect(JSON.parse(text)).toMatchObject({ status: 401, code });
    expect(answer.headers.get('www-authenticate')).toMatch(
      token === '' ? /^Bearer$/ : /^Bearer error="invalid_token"$/,
    );
    expect(text).not.toContain(userIdFor('somebody'));
    expect(guarded.made()).toBe(0);
  });

  it('an expired token is not let in at a public door either', async () => {
    const token = await changed({ iat: NOW - 600, exp: NOW - 61 })();
    const answer = await fetch(`${guarded.url}/things`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
  });

  it('a clock that is 60 s off is still let in', async () => {
    const made = guarded.made();
    for (const claims of [{ iat: NOW - 600, exp: NOW - 59 }, { iat: NOW + 60 }, { nbf: NOW + 60 }]) {
      const headers = { authorization: `Bearer ${await changed(claims)()}` };
      expect((await fetch(`${guarded.url}/things`, { method: 'POST', headers })).status).toBe(201);
    }
    expect(guarded.made()).toBe(made + 3);
  });

  it('a key of any accepted kind is let in', async () => {
    for (const alg of ['RS256', 'ES256', 'EdDSA']) {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      const inline = { keys: [{ ...(await exportJWK(publicKey)), kid: alg }] };
      const { issuer, audience } = authority;
      const other = await startGuardedApp({ jwks: { inline }, issuer, audience, clock });
      const headers = { authorization: `Bearer ${await sign(good(), { alg, kid: alg }, privateKey)}` };
      expect((await fetch(`${other.url}/things`, { method: 'POST', headers })).status).toBe(201);
      await other.app.close();
    }
  });
});
