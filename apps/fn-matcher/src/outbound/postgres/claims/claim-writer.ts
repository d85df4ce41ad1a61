import type { OutboxWriter } from '@foundnow/outbox';
import { type AuditTrail, type Tx, violatedConstraint } from '@foundnow/postgres';
import { otherVerified } from '../../../domain/claim/claim-errors.ts';
import type { ClaimChange, ClaimEvent } from '../../../domain/claim/claim-events.ts';
import type { MatchSides } from '../../../domain/match/match-side.ts';
import type { HeldClaim } from '../../../use-cases/claims/claim-store.port.ts';
import type { HeldMatch } from '../../../use-cases/matches.port.ts';
import { toOutgoingClaimEvent } from '../../events/wire-claims.ts';
import type { MatchWriter } from '../matches/match-writer.ts';
import {
  CLAIM_COUNT,
  CLAIM_NAMES,
  CLAIM_PLACES,
  claimColumns,
  type ClaimRow,
  claimValues,
  toClaim,
} from './claim.row.ts';

const MATCH_OF = 'select match_id from matcher.claim where claim_id = $1';
const LOCK = `select ${claimColumns('c')} from matcher.claim c where c.claim_id = $1 for update`;
const INSERT = `insert into matcher.claim (${CLAIM_NAMES}, found_author_id, found_org_id)
  values (${CLAIM_PLACES}, $${CLAIM_COUNT + 1}, $${CLAIM_COUNT + 2}) on conflict do nothing returning claim_id`;
const UPDATE = `update matcher.claim set (${CLAIM_NAMES}, found_author_id, found_org_id) =
  row(${CLAIM_PLACES}, $${CLAIM_COUNT + 1}, $${CLAIM_COUNT + 2}) where claim_id = $1`;

/** Claims in somebody's transaction, each with its match, which is locked before it. */
export class ClaimWriter {
  constructor(
    private readonly matches: MatchWriter,
    private readonly outbox: OutboxWriter,
    private readonly audit: AuditTrail,
  ) {}

  async lock(tx: Tx, id: string): Promise<HeldClaim | null> {
    const [found] = await tx.query<{ match_id: string }>(MATCH_OF, [id]);
    const held = found && (await this.matches.lock(tx, found.match_id));
    if (!held) return null;
    const [row] = await tx.query<ClaimRow>(LOCK, [id]);
    return row === undefined ? null : { ...held, claim: toClaim(row) };
  }

  /** False: this person has one open on the item. */
  async add(tx: Tx, change: ClaimChange, held: HeldMatch): Promise<boolean> {
    const added = await tx.query(INSERT, valuesOf(change, held.sides));
    if (added.length > 0) await this.tell(tx, change, held);
    return added.length > 0;
  }

  async save(tx: Tx, change: ClaimChange, held: HeldClaim): Promise<void> {
    if (change.claim === held.claim) return;
    try {
      await tx.query(UPDATE, valuesOf(change, held.sides));
    } catch (error) {
      throw violatedConstraint(error)?.startsWith('claim_verified') === true ? otherVerified() : error;
    }
    await this.tell(tx, change, held);
  }

  private async tell(tx: Tx, change: ClaimChange, { match, sides }: HeldMatch): Promise<void> {
    const { claimEvents, matchEvents: events } = change;
    if (change.match !== match) await this.matches.save(tx, { match: change.match, events }, sides);
    for (const event of claimEvents) await this.note(tx, event);
    await this.outbox.append(
      tx,
      claimEvents.map((event) => toOutgoingClaimEvent(event, sides)),
    );
  }

  private async note(tx: Tx, { type, claim, by }: ClaimEvent): Promise<void> {
    const details = { version: claim.version, proof: claim.proof };
    await this.audit.record(tx, {
      actor: by ?? 'system',
      action: `claim.${type}`,
      subject: `claim/${claim.id}`,
      details,
    });
  }
}

function valuesOf({ claim }: ClaimChange, { found }: MatchSides): unknown[] {
  return [...claimValues(claim), found.authorId, found.orgId];
}
