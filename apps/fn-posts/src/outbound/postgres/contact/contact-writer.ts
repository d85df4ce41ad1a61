import { PostgresDataKeyStore, PostgresTokenStore } from '@foundnow/crypto';
import type { OutboxWriter } from '@foundnow/outbox';
import type { AuditTrail, Tx } from '@foundnow/postgres';
import { wrongState } from '../../../domain/contact-exchange/contact-errors.ts';
import type { ContactEvent } from '../../../domain/contact-exchange/contact-events.ts';
import { ContactExchange } from '../../../domain/contact-exchange/contact-exchange.ts';
import type { ContactState } from '../../../domain/contact-exchange/contact-state.ts';
import { keyOfExchange } from '../../contact-vault/exchange-key.ts';
import { toOutgoingContact } from '../../events/contact/wire-contacts.ts';
import { toContactRow, toContactState } from './contact-row-mapping.ts';
import { noteContactConsent } from '../privacy/consent-by-contact.ts';
import { contactValuesOf, INSERT_CONTACT, UPDATE_CONTACT } from './contact-table.ts';
import type { ContactRow } from './contact.row.ts';

const PURPOSE = 'posts.contact-reveal';

/** Writes exchanges within a transaction that has locked their rows, and all that must be kept or destroyed with them. */
export class ContactWriter {
  constructor(
    private readonly outbox: OutboxWriter,
    private readonly audit: AuditTrail,
  ) {}

  /** False: one is open between the two already. */
  async add(tx: Tx, exchange: ContactExchange, events: readonly ContactEvent[]): Promise<boolean> {
    const added = await tx.query(INSERT_CONTACT, contactValuesOf(toContactRow(exchange.state)));
    if (added.length > 0) await this.tell(tx, events);
    return added.length > 0;
  }

  async change(tx: Tx, row: ContactRow, decide: (exchange: ContactExchange) => readonly ContactEvent[]) {
    const exchange = ContactExchange.restore(toContactState(row));
    const before = exchange.state;
    const events = decide(exchange);
    const after = exchange.state;
    if (after === before) return exchange;
    tx.send(UPDATE_CONTACT, contactValuesOf(toContactRow(after)));
    noteContactConsent(tx, before, after);
    await keepToken(tx, before, after);
    // Also where none was made: an approval that was under way shall not make one afterwards.
    if (after.status !== 'approved') await destroyKey(tx, after);
    await this.tell(tx, events);
    return exchange;
  }

  private async tell(tx: Tx, events: readonly ContactEvent[]): Promise<void> {
    for (const { type, exchange, by } of events) {
      const details = { version: exchange.version, reveals: exchange.revealCount };
      const subject = `contact-exchange/${exchange.id}`;
      await this.audit.record(tx, { actor: by ?? 'system', action: `contact.${type}`, subject, details });
    }
    await this.outbox.append(tx, events.map(toOutgoingContact));
  }
}

/** Used up in the transaction of what it allows. */
async function keepToken(tx: Tx, before: ContactState, after: ContactState): Promise<void> {
  const tokens = new PostgresTokenStore(tx, 'posts');
  const made = before.sealed === null ? (after.sealed?.tokenHash ?? null) : null;
  if (made !== null) {
    const data = { version: after.version };
    await tokens.save({ hash: bytes(made), purpose: PURPOSE, subject: after.id, data, expiresAt: after.expiresAt });
  }
  const used = after.status === 'revealed' ? (before.sealed?.tokenHash ?? null) : null;
  if (used === null) return;
  const { outcome } = await tokens.consume(bytes(used), PURPOSE, after.updatedAt);
  if (outcome !== 'consumed') throw wrongState('revealed');
}

async function destroyKey(tx: Tx, { id, updatedAt }: ContactState): Promise<void> {
  await new PostgresDataKeyStore(tx, 'posts').destroy(keyOfExchange(id), updatedAt);
}

function bytes(hash: string): Buffer {
  return Buffer.from(hash, 'base64url');
}
