const DAY_MS = 86_400_000;
const PENDING_DAYS = 7;
const CONFIRMED_DAYS = 30;

/** Nobody answered for so long. */
export function pendingUntil(now: Date): Date {
  return new Date(now.getTime() + PENDING_DAYS * DAY_MS);
}

/** Nobody came for it for so long. */
export function confirmedUntil(now: Date): Date {
  return new Date(now.getTime() + CONFIRMED_DAYS * DAY_MS);
}
