import type { IdempotencyStore } from '@foundnow/http';
import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

/** A day's worth at most, so all at once. */
export function erasedAnswers(answers: IdempotencyStore): PersonalRecords {
  return {
    name: 'answers',
    left: (person) => `exists (select from posts.idempotency where person = ${person}::text)`,
    forget: async (tx, person) => {
      await answers.forget(tx, person);
      return 0;
    },
  };
}
