import type { IdempotencyStore } from '@foundnow/http';
import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

/** A day's worth at most, so all at once. */
export function erasedAnsweredRequests(answers: IdempotencyStore): PersonalRecords {
  return {
    left: (person) => `exists (select from matcher.idempotency where person = ${person}::text)`,
    forget: async (tx, person) => {
      await answers.forget(tx, person);
      return 0;
    },
  };
}
