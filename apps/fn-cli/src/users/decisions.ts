import type { users } from '@foundnow/contracts';
import { UsageError } from '../usage-error.ts';
import type { UserOptions } from './user-options.ts';

const PURPOSE = /^[a-z][a-z0-9_]{0,63}$/;

/** What the person decided just now, purpose by purpose. */
export function decisionsOf(
  { consent = [], withdraw = [], policyVersion }: UserOptions,
  now: number,
): readonly users.Consent[] {
  const purposes = [...consent, ...withdraw];
  if (purposes.length === 0) return [];
  if (policyVersion === undefined) throw new UsageError('--policy-version says which text was agreed to or refused');
  if (new Set(purposes).size !== purposes.length) throw new UsageError('one purpose has one decision');
  const wrong = purposes.find((purpose) => !PURPOSE.test(purpose));
  if (wrong !== undefined) throw new UsageError(`${wrong} is no purpose: write it like area_alerts`);
  return purposes.map((purpose) => ({
    purpose,
    granted: consent.includes(purpose),
    policyVersion,
    decidedAt: now,
  }));
}
