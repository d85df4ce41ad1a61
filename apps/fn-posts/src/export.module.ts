import { AuditTrail } from '@foundnow/postgres';
import type { ServiceKit } from '@foundnow/service';
import { ConsentsHandler } from './inbound/events/users/consents.handler.ts';
import { ConsentsController } from './inbound/http/privacy/consents.controller.ts';
import { ExportController } from './inbound/http/privacy/export.controller.ts';
import { PostgresExportSource } from './outbound/postgres/privacy/export-source.ts';
import { PostgresConsents } from './outbound/postgres/privacy/postgres-consents.ts';
import type { ContactVault } from './use-cases/contact/contact-vault.port.ts';
import type { PhotoShelf } from './use-cases/photos/photo-shelf.port.ts';
import { ExportPersonalData } from './use-cases/privacy/export-personal-data.ts';
import { NoteConsents } from './use-cases/privacy/note-consents.ts';
import { ReadConsents } from './use-cases/privacy/read-consents.ts';

/** What people may know of themselves: what they agreed to, and all that is held of them. */
export function composeExportFeature({ database, inbox, clock }: ServiceKit, shelf: PhotoShelf, vault: ContactVault) {
  const consents = new PostgresConsents(database, inbox);
  const source = new PostgresExportSource(database, new AuditTrail('posts'));
  const provided = [
    new NoteConsents(consents),
    new ReadConsents(consents, clock),
    new ExportPersonalData(source, consents, shelf, vault, clock),
  ];
  return {
    controllers: [ConsentsController, ExportController, ConsentsHandler],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
  };
}
