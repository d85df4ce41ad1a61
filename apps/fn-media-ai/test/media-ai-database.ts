import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import { fnMediaAi } from '../src/service.ts';

/** The schema of this service, without the service. */
export function mediaAiDatabase(): Promise<TestSchema> {
  return testSchema('media_ai', fnMediaAi.migrations);
}
