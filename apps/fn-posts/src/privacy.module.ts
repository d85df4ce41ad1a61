import type { IdempotencyStore } from '@foundnow/http';
import { Periodic } from '@foundnow/kernel';
import { AuditTrail } from '@foundnow/postgres';
import type { ServiceKit } from '@foundnow/service';
import type { ContactForPosts } from './contact.module.ts';
import { ErasuresHandler } from './inbound/events/users/erasures.handler.ts';
import { ErasureController } from './inbound/http/privacy/erasure.controller.ts';
import { PostWriter } from './outbound/postgres/posts/post-writer.ts';
import { consentRecords } from './outbound/postgres/privacy/consent-records.ts';
import { erasedAnswers } from './outbound/postgres/privacy/erased-answers.ts';
import { erasedClaims } from './outbound/postgres/privacy/erased-claims.ts';
import { ErasedContacts } from './outbound/postgres/privacy/erased-contacts.ts';
import { erasedKey } from './outbound/postgres/privacy/erased-key.ts';
import { erasedPhotos } from './outbound/postgres/privacy/erased-photos.ts';
import { ErasedPosts } from './outbound/postgres/privacy/erased-posts.ts';
import { erasedVersions } from './outbound/postgres/privacy/erased-versions.ts';
import { PostgresErasures } from './outbound/postgres/privacy/postgres-erasures.ts';
import { PostgresRetention } from './outbound/postgres/privacy/postgres-retention.ts';
import type { SweepPhotos } from './use-cases/photos/sweep-photos.ts';
import { ApplyRetention } from './use-cases/privacy/apply-retention.ts';
import { CarryOnErasures } from './use-cases/privacy/carry-on-erasures.ts';
import { ErasePerson } from './use-cases/privacy/erase-person.ts';
import { ReadErasures } from './use-cases/privacy/read-erasures.ts';

const CARRY_ON_EVERY_MS = 60_000;
const RETENTION_EVERY_MS = 3_600_000;
const MOST_BEFORE_SERVING_MS = 60_000;

/** What an erasure goes through. */
export interface ToForget {
  readonly answers: IdempotencyStore;
  readonly contact: ContactForPosts;
  readonly sweepPhotos: SweepPhotos;
}

/** Forgetting: people who ask for it, and what nobody needs any more. */
export function composePrivacyFeature(kit: ServiceKit, { answers, contact, sweepPhotos }: ToForget) {
  const { database, outbox, clock, complaintsOf } = kit;
  const audit = new AuditTrail('posts');
  const writer = new PostWriter(outbox, contact.postClosed);
  const records = [
    // Before the end of her posts would end them, in her name.
    new ErasedContacts(contact.contactWriter),
    new ErasedPosts(writer),
    erasedVersions,
    erasedPhotos,
    erasedClaims,
    consentRecords,
    erasedAnswers(answers),
    erasedKey,
  ];
  const erasures = new PostgresErasures(database, records, audit);
  const complain = complaintsOf('erasures');
  const erasePerson = new ErasePerson(erasures, sweepPhotos, clock, complain);
  const carryOn = new CarryOnErasures(erasures, erasePerson, clock, complain);
  const complainOfRetention = complaintsOf('retention');
  const applyRetention = new ApplyRetention(new PostgresRetention(database, writer, audit), clock, complainOfRetention);
  return {
    useCases: { erasePerson, readErasures: new ReadErasures(erasures), applyRetention },
    controllers: [ErasureController, ErasuresHandler],
    providers: [{ provide: ErasePerson, useValue: erasePerson }],
    workers: {
      erasures: new Periodic(CARRY_ON_EVERY_MS, (signal) => carryOn.run(signal), complain),
      retention: new Periodic(RETENTION_EVERY_MS, (signal) => applyRetention.run(signal), complainOfRetention),
    },
    /** A backup that was restored has everybody in it. */
    beforeServing: () => carryOn.runAll(MOST_BEFORE_SERVING_MS),
  };
}
