import { DomainError } from '@foundnow/kernel';
import type { Clock } from '@foundnow/kernel';
import { hashToken, isOpaqueToken, issueOpaqueToken } from './opaque-token.ts';
import type { TokenStore } from './token-store.port.ts';

export interface TokenGrant {
  readonly purpose: string;
  readonly subject: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly ttlSeconds: number;
}

const REFUSALS = {
  unknown: ['token.invalid', 'This link or code is not valid: check that it was copied whole.'],
  used: ['token.used', 'This link or code was used before: ask for a new one.'],
  expired: ['token.expired', 'This link or code has expired: ask for a new one.'],
} as const;

/**
 * Tokens that open one door once. Make it over a store on the caller's transaction, so that a token is used up exactly
 * when what it allowed is committed.
 */
export class SingleUseTokens {
  constructor(
    private readonly store: TokenStore,
    private readonly clock: Clock,
  ) {}

  async issue({ purpose, subject, data = {}, ttlSeconds }: TokenGrant): Promise<string> {
    const { token, hash } = issueOpaqueToken();
    const expiresAt = new Date(this.clock.now().getTime() + ttlSeconds * 1000);
    await this.store.save({ hash, purpose, subject, data, expiresAt });
    return token;
  }

  async consume(token: string, purpose: string): Promise<{ subject: string; data: Readonly<Record<string, unknown>> }> {
    const answer = isOpaqueToken(token)
      ? await this.store.consume(hashToken(token), purpose, this.clock.now())
      : ({ outcome: 'unknown' } as const);
    if (answer.outcome === 'consumed') return { subject: answer.subject, data: answer.data };
    const [code, detail] = REFUSALS[answer.outcome];
    throw new DomainError(code, 'missing', detail);
  }
}
