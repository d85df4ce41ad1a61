import { IdempotencyStore } from '@foundnow/http';
import { OutboxWriter } from '@foundnow/outbox';
import { AuditTrail, type Database } from '@foundnow/postgres';
import type { Clock } from '@foundnow/kernel';
import { ContactWriter } from '../src/outbound/postgres/contact/contact-writer.ts';
import { PostWriter } from '../src/outbound/postgres/posts/post-writer.ts';
import { consentRecords } from '../src/outbound/postgres/privacy/consent-records.ts';
import { erasedAnswers } from '../src/outbound/postgres/privacy/erased-answers.ts';
import { erasedClaims } from '../src/outbound/postgres/privacy/erased-claims.ts';
import { ErasedContacts } from '../src/outbound/postgres/privacy/erased-contacts.ts';
import { erasedKey } from '../src/outbound/postgres/privacy/erased-key.ts';
import { erasedPhotos } from '../src/outbound/postgres/privacy/erased-photos.ts';
import { ErasedPosts } from '../src/outbound/postgres/privacy/erased-posts.ts';
import { erasedVersions } from '../src/outbound/postgres/privacy/erased-versions.ts';
import { PostgresErasures } from '../src/outbound/postgres/privacy/postgres-erasures.ts';
import { PostgresRetention } from '../src/outbound/postgres/privacy/postgres-retention.ts';
import { CarryOnErasures } from '../src/use-cases/privacy/carry-on-erasures.ts';
import { ErasePerson } from '../src/use-cases/privacy/erase-person.ts';
import type { Erasures } from '../src/use-cases/privacy/erasures.port.ts';
import { ApplyRetention } from '../src/use-cases/privacy/apply-retention.ts';

/** What one replica forgets with; `around` stands between it and its database. */
export function forgettingOver(database: Database, clock: Clock, around = (erasures: Erasures) => erasures) {
  const outbox = new OutboxWriter({ schema: 'posts', service: 'fn-posts' });
  const audit = new AuditTrail('posts');
  const writer = new PostWriter(outbox);
  const records = [
    new ErasedContacts(new ContactWriter(outbox, audit)),
    new ErasedPosts(writer),
    erasedVersions,
    erasedPhotos,
    erasedClaims,
    consentRecords,
    erasedAnswers(new IdempotencyStore('posts')),
    erasedKey,
  ];
  const erasures = around(new PostgresErasures(database, records, audit));
  const sweepPhotos = { ofPerson: async () => 0 };
  const trouble = (error: unknown) => {
    throw error;
  };
  const erasePerson = new ErasePerson(erasures, sweepPhotos, clock, trouble);
  return {
    erasures,
    erasePerson,
    carryOn: new CarryOnErasures(erasures, erasePerson, clock, trouble),
    retention: new ApplyRetention(new PostgresRetention(database, writer, audit), clock, trouble),
  };
}
