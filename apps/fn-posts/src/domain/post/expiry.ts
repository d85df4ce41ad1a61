const DAY_MILLIS = 86_400_000;
const NOTICE_MILLIS = 3 * DAY_MILLIS;

export interface Expiry {
  readonly expiresAt: Date | null;
  readonly dueAt: Date | null;
}

/** A post that lives for `days` from `now`; its notice comes three days before, or half-way through a shorter life. */
export function expiryAfter(now: Date, days: number): Expiry {
  if (days <= 0) return { expiresAt: null, dueAt: null };
  const life = days * DAY_MILLIS;
  const end = now.getTime() + life;
  return { expiresAt: new Date(end), dueAt: new Date(end - Math.min(NOTICE_MILLIS, life / 2)) };
}
