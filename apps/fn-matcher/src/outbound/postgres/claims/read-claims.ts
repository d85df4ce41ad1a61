import type { Database, Tx } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import type { ClaimQuery, HeldClaim } from '../../../use-cases/claims/claim-store.port.ts';
import { scopeOf } from '../actor-scope.ts';
import { matchColumns, type MatchRow, toMatch } from '../matches/match.row.ts';
import { sidesOf } from '../matches/match-writer.ts';
import { SIDE_COLUMNS, type SideRow } from '../matches/side.row.ts';
import { Values } from '../values.ts';
import { claimColumns, type ClaimRow, toClaim } from './claim.row.ts';

const CLAIMS = `select ${claimColumns('c')} from matcher.claim c where c.claim_id = any($1::uuid[])`;
const MATCHES = `select ${matchColumns('m')} from matcher.match m where m.match_id = any($1::uuid[])`;
const SIDES = `select ${SIDE_COLUMNS} from matcher.post where post_id = any($1::uuid[])`;

export async function findClaim(tx: Tx, id: string): Promise<HeldClaim | null> {
  const [held] = await heldClaims(tx, [id]);
  return held ?? null;
}

async function heldClaims(tx: Tx, ids: readonly string[]): Promise<readonly HeldClaim[]> {
  const claims = await tx.query<ClaimRow>(CLAIMS, [ids]);
  const matches = await tx.query<MatchRow>(MATCHES, [claims.map((row) => row.match_id)]);
  const posts = await tx.query<SideRow>(SIDES, [matches.flatMap((row) => [row.lost_post_id, row.found_post_id])]);
  const byId = new Map(claims.map((row) => [row.claim_id, row]));
  return ids.flatMap((id) => {
    const claim = byId.get(id);
    const match = claim && matches.find((row) => row.match_id === claim.match_id);
    return claim && match ? [{ claim: toClaim(claim), match: toMatch(match), sides: sidesOf(posts, match) }] : [];
  });
}

/** Which there are is asked in the scope of the viewer, so that row-level security has its say. */
export async function listClaims(database: Database, query: ClaimQuery, viewer: Actor): Promise<readonly HeldClaim[]> {
  const { text, values } = statementOf(query, viewer);
  const rows = await database.read(scopeOf(viewer), (tx) => tx.query<{ claim_id: string }>(text, values.list));
  const ids = rows.map((row) => row.claim_id);
  return database.read({ worker: 'decider' }, (tx) => heldClaims(tx, ids));
}

function statementOf({ status, proof, matchId, limit, after }: ClaimQuery, viewer: Actor) {
  const values = new Values();
  const person = values.put(viewer.userId, 'uuid');
  const desk = values.put(viewer.isStaff ? viewer.orgId : null, 'uuid');
  // A desk is not shown what somebody of the organization keeps private.
  const deskSees = `(c.found_org_id = ${desk} and exists (select from matcher.post p
    where p.post_id = c.found_post_id and p.org_id = ${desk} and p.visibility <> 'private'))`;
  const conditions = [
    `(c.claimant_id = ${person} or (c.proof <> 'not_proven' and (c.found_author_id = ${person} or ${deskSees})))`,
    ...(status ? [`c.status = ${values.put(status, 'text')}`] : []),
    ...(proof ? [`c.proof = ${values.put(proof, 'text')}`] : []),
    ...(matchId ? [`c.match_id = ${values.put(matchId, 'uuid')}`] : []),
  ];
  if (after) {
    conditions.push(
      `(c.opened_at, c.claim_id) < (${values.put(after.openedAt, 'timestamptz')}, ${values.put(after.id, 'uuid')})`,
    );
  }
  const text = `select c.claim_id from matcher.claim c where ${conditions.join(' and ')}
    order by c.opened_at desc, c.claim_id desc limit ${values.put(limit + 1, 'int')}`;
  return { text, values };
}
