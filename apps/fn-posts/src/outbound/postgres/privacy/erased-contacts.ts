import type { Tx } from '@foundnow/postgres';
import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';
import { SELECT_CONTACT } from '../contact/contact-table.ts';
import type { ContactWriter } from '../contact/contact-writer.ts';
import type { ContactRow } from '../contact/contact.row.ts';
import { assertForgotten, type Naming } from './assert-forgotten.ts';

const HERS = `${SELECT_CONTACT} where owner_id = $1 or requester_id = $1 order by id limit $2 for update`;

/** What is open ends; the other side keeps that there was something. */
export class ErasedContacts implements PersonalRecords {
  readonly name = 'contactExchanges';

  constructor(private readonly writer: ContactWriter) {}

  left(person: string): string {
    return `exists (select from posts.contact_exchange where owner_id = ${person})
      or exists (select from posts.contact_exchange where requester_id = ${person})`;
  }

  async forget(tx: Tx, person: string, now: Date, most: number): Promise<number> {
    const rows = await tx.query<ContactRow>(HERS, [person, most]);
    const namings: Naming[] = [];
    for (const row of rows) {
      const { state } = await this.writer.change(tx, row, (exchange) => exchange.forget(person, now));
      namings.push([row.owner_id, state.ownerId], [row.requester_id, state.requesterId]);
    }
    assertForgotten(this.name, namings);
    return rows.length;
  }
}
