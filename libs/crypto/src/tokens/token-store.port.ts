export interface StoredToken {
  readonly hash: Uint8Array;
  /** A token opens one kind of door only: `posts.contact-approval`. */
  readonly purpose: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date;
}

export type Consumption =
  | { readonly outcome: 'consumed'; readonly subject: string; readonly data: Readonly<Record<string, unknown>> }
  | { readonly outcome: 'used' | 'expired' | 'unknown' };

export interface TokenStore {
  save(token: StoredToken): Promise<void>;
  /** Of all that ever ask for one token, exactly one hears 'consumed'. */
  consume(hash: Uint8Array, purpose: string, now: Date): Promise<Consumption>;
  /** Forgets tokens that expired before; returns how many. */
  purge(expiredBefore: Date): Promise<number>;
}
