import type { Actor } from '../../../domain/actor.ts';
import type { MatchOrder, MatchQuery } from '../../../use-cases/matches/match-search.port.ts';
import { Values } from '../values.ts';
import { matchColumns } from './match.row.ts';

/** Both sides know each other's posts then, for as long as there is a row of it. */
export const IS_VERIFIED = (match: string) => `exists (select from matcher.claim v
  where v.match_id = ${match}.match_id and v.status in ('verified', 'returned'))`;

/** As `toldProbability` rounds it: neither a filter nor a cursor tells what is not shown. */
const TOLD_PROBABILITY = 'floor(m.probability * 100 + 0.5) / 100';

const ORDERS: Readonly<Record<MatchOrder, { readonly by: string; readonly type: string; readonly way: string }>> = {
  newest: { by: 'm.found_at', type: 'timestamptz', way: 'desc' },
  confidence: { by: TOLD_PROBABILITY, type: 'float8', way: 'desc' },
  expiring: { by: 'm.expires_at', type: 'timestamptz', way: 'asc' },
};

/** Matches that the viewer has a part in; what only staff looks at is theirs until one of the two said yes. */
function partOf(viewer: Actor, values: Values): string {
  const person = values.put(viewer.userId, 'uuid');
  const isAuthor = `(m.lost_author_id = ${person} or m.found_author_id = ${person})`;
  const isTold = `(m.tier <> 'review' or 'confirmed' in (m.lost_decision, m.found_decision))`;
  if (!viewer.isStaff || viewer.orgId === null) return `${isAuthor} and ${isTold}`;
  const desk = values.put(viewer.orgId, 'uuid');
  const isDesk = `((m.lost_org_id = ${desk} or m.found_org_id = ${desk}) and exists (select from matcher.post p
    where p.post_id in (m.lost_post_id, m.found_post_id) and p.org_id = ${desk} and p.visibility <> 'private'))`;
  return `((${isAuthor} and ${isTold}) or ${isDesk})`;
}

export function oneMatch(id: string, viewer: Actor) {
  const values = new Values();
  const text = `select ${matchColumns('m')} from matcher.match m
    where m.match_id = ${values.put(id, 'uuid')} and ${partOf(viewer, values)}`;
  return { text, values: values.list };
}

export function matchPage(query: MatchQuery, viewer: Actor) {
  const values = new Values();
  const { postId, status, tier, minConfidence, maxConfidence, sort, limit, after } = query;
  const { by, type, way } = ORDERS[sort];
  const post = postId && values.put(postId, 'uuid');
  const conditions = [
    partOf(viewer, values),
    ...(post ? [`(m.lost_post_id = ${post} or m.found_post_id = ${post})`] : []),
    ...(status ? [`m.status = ${values.put(status, 'text')}`] : []),
    ...(tier ? [`m.tier = ${values.put(tier, 'text')}`] : []),
    ...(minConfidence === undefined ? [] : [`${TOLD_PROBABILITY} >= ${values.put(minConfidence, 'float8')}`]),
    ...(maxConfidence === undefined ? [] : [`${TOLD_PROBABILITY} <= ${values.put(maxConfidence, 'float8')}`]),
  ];
  if (after) {
    const position = `(${values.put(after.key, 'text')}::${type}, ${values.put(after.id, 'uuid')})`;
    conditions.push(`(${by}, m.match_id) ${way === 'asc' ? '>' : '<'} ${position}`);
  }
  const text = `select ${matchColumns('m')} from matcher.match m where ${conditions.join(' and ')}
    order by ${by} ${way}, m.match_id ${way} limit ${values.put(limit + 1, 'int')}`;
  return { text, values: values.list };
}
