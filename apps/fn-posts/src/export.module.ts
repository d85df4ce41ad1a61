import type { ServiceKit } from '@foundnow/service';
import { ConsentsHandler } from './inbound/events/users/consents.handler.ts';
import { ConsentsController } from './inbound/http/privacy/consents.controller.ts';
import { PostgresConsents } from './outbound/postgres/privacy/postgres-consents.ts';
import { NoteConsents } from './use-cases/privacy/note-consents.ts';
import { ReadConsents } from './use-cases/privacy/read-consents.ts';

/** What people may know of themselves: what they agreed to. */
export function composeExportFeature({ database, inbox, clock }: ServiceKit) {
  const consents = new PostgresConsents(database, inbox);
  const provided = [new NoteConsents(consents), new ReadConsents(consents, clock)];
  return {
    controllers: [ConsentsController, ConsentsHandler],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
  };
}
