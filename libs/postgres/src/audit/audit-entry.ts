import type { Tx } from '../sql.ts';
import { identifier } from '../identifier.ts';

/** Who did what to what. Ids, codes and numbers only: nothing here is ever erased, so nothing here may be a person's. */
export interface AuditEntry {
  /** The acting user's or worker's id. */
  readonly actor: string;
  /** A code in the past tense: `claim.verified`. */
  readonly action: string;
  /** `post/01900000-…` */
  readonly subject: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Appends to the audit table, in the transaction of what it tells about. */
export class AuditTrail {
  readonly #statement: string;

  constructor(schema: string) {
    const s = identifier(schema);
    this.#statement = `WITH entry AS (
  INSERT INTO ${s}.audit_entries (actor, action, subject, details) VALUES ($1, $2, $3, $4) RETURNING id
) INSERT INTO ${s}.audit_queue SELECT id FROM entry`;
  }

  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    const details = entry.details ?? {};
    const texts = [entry.actor, entry.action, entry.subject, ...Object.values(details)];
    if (!texts.every(isPseudonym)) throw new TypeError('An audit entry holds ids, codes and numbers, no free text.');
    await tx.query(this.#statement, [entry.actor, entry.action, entry.subject, JSON.stringify(sorted(details))]);
  }
}

const CODE = /^[A-Za-z0-9][\w.:/-]{0,127}$/;
/** So many digits in a row and nothing else: a telephone number or worse. A count is given as a number. */
const BARE_DIGITS = /^[\d./-]{7,30}$/;

function isPseudonym(value: unknown): boolean {
  if (typeof value !== 'string') return true;
  return value === '' || (CODE.test(value) && !BARE_DIGITS.test(value));
}

function sorted(details: object): object {
  return Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1)));
}
