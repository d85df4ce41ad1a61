import { z } from 'zod';
import { ROLES, type Actor } from '../actor.ts';

const nameOfIt = z.string().min(1).max(128);

/** In their one spelling: some issuers write capitals, and rows, keys and seals are found by the text. */
const id = z.uuid().toLowerCase();

export const claimsSchema = z.object({
  sub: id,
  org: id.nullish(),
  roles: z.array(z.enum(ROLES)).min(1),
  scope: z.string().max(1_024),
  sid: nameOfIt,
  jti: nameOfIt,
  typ: z.enum(['user', 'service']),
  iat: z.int().positive(),
  exp: z.int().positive(),
});

export type Claims = z.infer<typeof claimsSchema>;

export function actorOf(claims: Claims): Actor {
  return Object.freeze({
    userId: claims.sub,
    orgId: claims.org ?? null,
    roles: Object.freeze([...new Set(claims.roles)]),
    scopes: Object.freeze(claims.scope.split(' ').filter((scope) => scope !== '')),
    type: claims.typ,
    sessionId: claims.sid,
    tokenId: claims.jti,
  });
}
