import type { Idempotency, IdempotentRequest } from '@foundnow/http';
import type { Database, Tx } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import { alreadyClaimed } from '../../../domain/claim/claim-errors.ts';
import type { ClaimChange } from '../../../domain/claim/claim-events.ts';
import type { RivalClaim } from '../../../domain/claim/end-claim.ts';
import { matchMissing } from '../../../domain/match/match-errors.ts';
import type { ClaimQuery, ClaimStore, HeldClaim, HeldItem } from '../../../use-cases/claims/claim-store.port.ts';
import type { MatchWriter } from '../matches/match-writer.ts';
import { assertNotErased } from '../privacy/assert-not-erased.ts';
import { answeredSoFar, earlyMatch } from './answered-so-far.ts';
import type { ClaimWriter } from './claim-writer.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { findClaim, listClaims } from './read-claims.ts';

const FOUND_POST = 'select found_post_id from matcher.match where match_id = $1';
/** Counts of two answers at once would each stop short of the limit. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('matcher.claims:' || $1, 0))`;
const IS_OPEN = `select 1 from matcher.claim where found_post_id = $1 and claimant_id = $2
  and status in ('opened', 'verified')`;
const IS_RIVAL = `v.found_post_id = c.found_post_id and v.claim_id <> c.claim_id and v.status = 'verified'`;
const DUE = `select c.claim_id from matcher.claim c join matcher.match m on m.match_id = c.match_id
  where c.status in ('opened', 'verified') and (c.expires_at <= $1 or m.status not in ('pending', 'confirmed')
    or c.claimant_id is null or (c.status = 'opened' and exists (
      select from matcher.claim v where ${IS_RIVAL} and v.decided_at > c.opened_at)))
  order by c.expires_at limit $2`;
const RIVAL = `select v.decided_by, v.decided_at from matcher.claim c join matcher.claim v on ${IS_RIVAL}
  where c.claim_id = $1`;

const DECIDER = { worker: 'decider' } as const;
const KEEPER = { worker: 'keeper' } as const;

export class PostgresClaims implements ClaimStore {
  readonly #line = new OneAtATime();

  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly writer: ClaimWriter,
    private readonly matches: MatchWriter,
  ) {}

  async find(id: string): Promise<HeldClaim | null> {
    return this.database.read(DECIDER, (tx) => findClaim(tx, id));
  }

  async isOpenFor(foundPostId: string, personId: string): Promise<boolean> {
    const values = [foundPostId, personId];
    return (await this.database.read(DECIDER, (tx) => tx.query(IS_OPEN, values))).length > 0;
  }

  async list(query: ClaimQuery, viewer: Actor): Promise<readonly HeldClaim[]> {
    return listClaims(this.database, query, viewer);
  }

  async open(
    matchId: string,
    by: Actor,
    now: Date,
    decide: (item: HeldItem) => ClaimChange,
    once: IdempotentRequest | undefined,
  ): Promise<{ id: string; replayed: boolean }> {
    const [pair] = await this.database.read(DECIDER, (tx) =>
      tx.query<{ found_post_id: string }>(FOUND_POST, [matchId]),
    );
    if (pair === undefined) throw matchMissing();
    const add = async (tx: Tx) => {
      await assertNotErased(tx, by.userId);
      await tx.query(ONE_AT_A_TIME, [pair.found_post_id]);
      const held = await this.matches.lock(tx, matchId);
      if (held === null) throw matchMissing();
      const soFar = await answeredSoFar(tx, held.match, by.userId, now);
      const change = decide({ ...held, soFar, early: await earlyMatch(tx, held.match) });
      if (!(await this.writer.add(tx, change, held))) throw alreadyClaimed();
      return change.claim.id;
    };
    const opened = await this.#line.run(pair.found_post_id, () => this.idempotency.run(once, DECIDER, add));
    return { id: opened.resource, replayed: opened.replayed };
  }

  async update(id: string, decide: (held: HeldClaim) => ClaimChange): Promise<HeldClaim | null> {
    return this.database.transaction(DECIDER, async (tx) => {
      const held = await this.writer.lock(tx, id);
      if (held === null) return null;
      const change = decide(held);
      await this.writer.save(tx, change, held);
      return { ...held, claim: change.claim, match: change.match };
    });
  }

  async updateDue(now: Date, most: number, pass: Parameters<ClaimStore['updateDue']>[2]): Promise<number> {
    const due = await this.database.read(KEEPER, (tx) => tx.query<{ claim_id: string }>(DUE, [now, most]));
    for (const { claim_id: id } of due) {
      await this.database.transaction(KEEPER, async (tx) => {
        const held = await this.writer.lock(tx, id);
        if (held === null) return;
        const [row] = await tx.query<RivalRow>(RIVAL, [id]);
        const rival: RivalClaim | null = row ? { decidedBy: row.decided_by, decidedAt: row.decided_at } : null;
        await this.writer.save(tx, pass(held, rival), held);
      });
    }
    return due.length;
  }
}

interface RivalRow {
  readonly decided_by: RivalClaim['decidedBy'];
  readonly decided_at: Date;
}
