import { jwtVerify, type CryptoKey, type JWTHeaderParameters } from 'jose';
import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../actor.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import { ALGORITHMS } from '../keys/public-keys.ts';
import { actorOf, claimsSchema, type Claims } from './claims.ts';
import { tokenError, tokenErrorOf } from './token-errors.ts';
import { VerifiedTokens } from './verified-tokens.ts';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
}

const SKEW_SECONDS = 60;
const LONGEST_LIFE_SECONDS = 15 * 60;
const LONGEST_TOKEN = 8 * 1024;
const HEADER_TYPES = new Set<unknown>([undefined, 'JWT', 'at+jwt']);

export class TokenVerifier {
  private readonly verified = new VerifiedTokens();

  constructor(
    private readonly keys: KeyRing,
    private readonly rules: TokenRules,
    private readonly clock: Clock,
  ) {}

  /** Without waiting, for a token that proved good a moment ago. */
  recall(token: string): Actor | undefined {
    return this.verified.get(token, this.clock.now().getTime());
  }

  async verify(token: string): Promise<Actor> {
    if (token.length > LONGEST_TOKEN) throw tokenError('token.malformed');
    const now = this.clock.now();
    const claims = await this.check(token, now);
    if (claims.exp - claims.iat > LONGEST_LIFE_SECONDS) throw tokenError('token.lifetime');
    if (claims.iat > now.getTime() / 1_000 + SKEW_SECONDS) throw tokenError('token.not_yet_valid');
    const actor = actorOf(claims);
    this.verified.remember(token, actor, claims.exp * 1_000, now.getTime());
    return actor;
  }

  private async check(token: string, currentDate: Date): Promise<Claims> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.keyFor(header), {
        ...this.rules,
        algorithms: [...ALGORITHMS],
        clockTolerance: SKEW_SECONDS,
        currentDate,
        requiredClaims: ['iss', 'aud', 'exp', 'iat'],
      });
      const claims = claimsSchema.safeParse(payload);
      if (claims.success) return claims.data;
    } catch (error) {
      throw tokenErrorOf(error);
    }
    throw tokenError('token.claims');
  }

  private async keyFor(header: JWTHeaderParameters): Promise<CryptoKey> {
    if (!HEADER_TYPES.has(header.typ)) throw tokenError('token.malformed');
    if (typeof header.kid !== 'string' || header.kid === '') throw tokenError('token.key_unknown');
    const found = await this.keys.find(header.kid);
    if (found === undefined) throw tokenError('token.key_unknown');
    if (found.algorithm !== header.alg) throw tokenError('token.algorithm');
    return found.key;
  }
}
