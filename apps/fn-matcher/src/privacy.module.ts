import { Periodic } from '@foundnow/kernel';
import { AuditTrail } from '@foundnow/postgres';
import type { ServiceKit } from '@foundnow/service';
import { ErasuresHandler } from './inbound/events/erasures.handler.ts';
import { erasedMatches } from './outbound/postgres/privacy/erased-matches.ts';
import { erasedPosts } from './outbound/postgres/privacy/erased-posts.ts';
import { PostgresErasures } from './outbound/postgres/privacy/postgres-erasures.ts';
import { ErasePerson } from './use-cases/privacy/erase-person.ts';
import type { PersonalRecords } from './use-cases/privacy/personal-records.port.ts';

const CARRY_ON_EVERY_MS = 60_000;

/** Forgetting people: `more` is what other features keep of them. */
export function composePrivacy(kit: ServiceKit, more: readonly PersonalRecords[], wake: () => void) {
  const { database, clock, complaintsOf } = kit;
  const erasures = new PostgresErasures(database, [...more, erasedPosts, erasedMatches], new AuditTrail('matcher'));
  const erasePerson = new ErasePerson(erasures, clock, wake);
  return {
    controllers: [ErasuresHandler],
    providers: [{ provide: ErasePerson, useValue: erasePerson }],
    workers: {
      erasures: new Periodic(CARRY_ON_EVERY_MS, (signal) => erasePerson.carryOn(signal), complaintsOf('erasures')),
    },
    /** A backup that was restored has everybody in it. */
    beforeServing: () => erasePerson.carryOn(),
  };
}
