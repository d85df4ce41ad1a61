import { withClient } from '@foundnow/postgres';

export interface MatchSeen {
  readonly lost: string;
  readonly found: string;
  readonly status: string;
  readonly probability: number;
  readonly version: number;
  readonly reason: string | null;
}

const MATCHES = `select lost_post_id as lost, found_post_id as found, status, probability, version::int,
    end_reason as reason
  from matcher.match order by lost_post_id, found_post_id`;

export function readMatches(adminUrl: string): Promise<MatchSeen[]> {
  return withClient(adminUrl, async (client) => (await client.query<MatchSeen>(MATCHES)).rows);
}

/** What waits in the outbox, in its order. */
export function readOutbox(adminUrl: string): Promise<readonly { type: string; key: string }[]> {
  const text = 'select type, key from matcher.outbox order by id';
  return withClient(adminUrl, async (client) => (await client.query<{ type: string; key: string }>(text)).rows);
}
