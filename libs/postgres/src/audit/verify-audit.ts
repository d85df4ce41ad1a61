import { identifier } from '../identifier.ts';
import type { Sql } from '../sql.ts';
import { GENESIS, sealHash, SEALED_COLUMNS, type SealedEntry } from './seal-hash.ts';

/** A point of the chain that somebody wrote down elsewhere: with it, even a chain that was forged whole shows. */
export interface AuditAnchor {
  readonly position: number;
  /** Hexadecimal. */
  readonly hash: string;
}

export type AuditBreak = 'altered' | 'removed' | 'inserted';

export type AuditVerdict =
  | { readonly intact: true; readonly sealed: number; readonly waiting: number; readonly head: AuditAnchor }
  | {
      readonly intact: false;
      readonly kind: AuditBreak;
      /** Where the chain breaks first; absent for an entry that never was in it. */
      readonly position?: number;
      readonly entryId?: string;
    };

const PAGE = 5_000;

/** Walks the whole chain and names the first place where it does not hold. Run it in one `read` transaction. */
export async function verifyAudit(sql: Sql, schema: string, anchor?: AuditAnchor): Promise<AuditVerdict> {
  const s = identifier(schema);
  let head: Head = { position: 0, hash: GENESIS };
  for (;;) {
    const page = await chainAfter(sql, s, head.position);
    for (const link of page) {
      const position = head.position + 1;
      if (Number(link.position) !== position) return broken('removed', position);
      if (link.id === null) return broken('removed', position, link.entryId);
      const hash = sealHash(head.hash, position, { ...link, id: link.id });
      const expected = anchor?.position === position ? [link.anchor, anchor.hash] : [link.anchor];
      if (!hash.equals(link.hash) || expected.some((each) => each !== null && each !== hash.toString('hex'))) {
        return broken('altered', position, link.entryId);
      }
      head = { position, hash };
    }
    if (page.length < PAGE) return rest(sql, s, head, anchor);
  }
}

interface Head {
  readonly position: number;
  readonly hash: Buffer;
}

interface Link extends Omit<SealedEntry, 'id'> {
  readonly position: string;
  readonly entryId: string;
  readonly hash: Buffer;
  /** The hash that the sealer wrote down a second time when a round ended here. */
  readonly anchor: string | null;
  /** Null when the entry is gone. */
  readonly id: string | null;
}

async function chainAfter(sql: Sql, schema: string, position: number): Promise<Link[]> {
  return sql.query<Link>(
    `SELECT s.position, s.entry_id AS "entryId", s.hash, encode(a.hash, 'hex') AS anchor, ${SEALED_COLUMNS}
     FROM ${schema}.audit_seals s LEFT JOIN ${schema}.audit_entries e ON e.id = s.entry_id
     LEFT JOIN ${schema}.audit_anchors a ON a.position = s.position
     WHERE s.position > $1 ORDER BY s.position LIMIT ${PAGE}`,
    [position],
  );
}

/** What no link of the chain tells: whether its end was cut off, and what stands outside of it. */
async function rest(sql: Sql, schema: string, head: Head, anchor: AuditAnchor | undefined): Promise<AuditVerdict> {
  const [end] = await sql.query<{ longest: string | null }>(
    `SELECT max(position) AS longest FROM ${schema}.audit_anchors`,
  );
  const longest = Math.max(Number(end?.longest ?? 0), anchor?.position ?? 0);
  if (longest > head.position) return broken('removed', head.position + 1);
  const outside = await sql.query<{ id: string; entry: boolean; queued: boolean }>(
    `SELECT coalesce(e.id, q.entry_id) AS id, e.id IS NOT NULL AS entry, q.entry_id IS NOT NULL AS queued
     FROM ${schema}.audit_entries e FULL JOIN ${schema}.audit_queue q ON q.entry_id = e.id
     WHERE NOT EXISTS (SELECT FROM ${schema}.audit_seals s WHERE s.entry_id = e.id) ORDER BY 1`,
  );
  const stranger = outside.find(({ entry, queued }) => !entry || !queued);
  if (stranger !== undefined) return broken(stranger.entry ? 'inserted' : 'removed', undefined, stranger.id);
  const { position, hash } = head;
  return { intact: true, sealed: position, waiting: outside.length, head: { position, hash: hash.toString('hex') } };
}

function broken(kind: AuditBreak, position?: number, entryId?: string): AuditVerdict {
  return {
    intact: false,
    kind,
    ...(position === undefined ? {} : { position }),
    ...(entryId === undefined ? {} : { entryId }),
  };
}
