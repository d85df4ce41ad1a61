import { uuidv7 } from '@foundnow/kernel';
import type { Inbox } from '@foundnow/outbox';
import type { Database } from '@foundnow/postgres';
import type {
  Consent,
  ConsentLedger,
  ConsentPosition,
  Decision,
} from '../../../use-cases/privacy/consent-ledger.port.ts';
import type { Delivery } from '../../../use-cases/posts/post-upkeep.port.ts';
import { NOTE_CONSENT, SELECT_CONSENTS } from './consent-table.ts';
import { NOT_ERASED } from './export-pages.ts';
import { type ConsentRow, toConsent } from './consent.row.ts';

const LIST = `${SELECT_CONSENTS} and ${NOT_ERASED} and ($4::timestamptz is null or (decided_at, id) < ($4::timestamptz, $5::uuid))
  order by decided_at desc, id desc limit $3`;

export class PostgresConsents implements ConsentLedger {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
  ) {}

  async note(person: string, version: number, decisions: readonly Decision[], delivery: Delivery): Promise<void> {
    await this.inbox.run(delivery, { worker: 'consumer' }, async (tx) => {
      for (const { purpose, granted, policyVersion, decidedAt } of decisions) {
        const decision = [purpose, granted, policyVersion, decidedAt, 'account'];
        tx.send(NOTE_CONSENT, [uuidv7.next(), person, ...decision, delivery.eventId, version, null, null]);
      }
    });
  }

  async list(person: string, now: Date, most: number, after?: ConsentPosition): Promise<readonly Consent[]> {
    const values = [person, now, most, after?.decidedAt ?? null, after?.id ?? null];
    const rows = await this.database.read({ person }, (tx) => tx.query<ConsentRow>(LIST, values));
    return rows.map(toConsent);
  }
}
