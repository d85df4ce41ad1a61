import { SignJWT } from 'jose';
import { systemClock, uuidv7, type Clock } from '@foundnow/kernel';
import type { Actor } from '../actor.ts';
import type { SigningKey } from '../keys/signing-key.ts';

export interface TokenRequest extends Pick<Actor, 'userId' | 'roles'>, Partial<Omit<Actor, 'userId' | 'roles'>> {
  readonly issuer: string;
  readonly audience: string | readonly string[];
  readonly lifetimeSeconds?: number;
}

export function issueToken(key: SigningKey, request: TokenRequest, clock: Clock = systemClock): Promise<string> {
  const now = Math.floor(clock.now().getTime() / 1_000);
  const claims = {
    ...(request.orgId != null && { org: request.orgId }),
    roles: [...request.roles],
    scope: (request.scopes ?? []).join(' '),
    sid: request.sessionId ?? uuidv7.next(),
    typ: request.type ?? 'user',
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'JWT' })
    .setIssuer(request.issuer)
    .setAudience(typeof request.audience === 'string' ? request.audience : [...request.audience])
    .setSubject(request.userId)
    .setJti(request.tokenId ?? uuidv7.next())
    .setIssuedAt(now)
    .setExpirationTime(now + (request.lifetimeSeconds ?? 15 * 60))
    .sign(key.privateKey);
}
