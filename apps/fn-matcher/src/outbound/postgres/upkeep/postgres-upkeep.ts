import type { Database, Tx } from '@foundnow/postgres';
import type { Derived } from '../../../domain/post/derive.ts';
import type { KnownPost } from '../../../domain/post/known-post.ts';
import type { MatchUpkeep, PostUpkeep } from '../../../use-cases/upkeep/upkeep.port.ts';
import { keepDerived } from '../posts/derived-post.ts';
import { KNOWN_POST_COLUMNS, type KnownPostRow, toKnownPost } from '../posts/known-post.row.ts';
import { QUEUE, URGENCY } from '../scoring/queue-scoring.ts';

/** One that waits to be scored is left alone. */
const OTHERWISE_SCORED = `select ${KNOWN_POST_COLUMNS} from matcher.post as post
  where traits is not null and (scored_with < $1 or scored_with > $1)
    and not exists (select from matcher.scoring_job as job where job.post_id = post.post_id)
  order by post_id limit $2 for update of post skip locked`;
const REMOVE = `delete from matcher.match where match_id = any(array(
    select match_id from matcher.match join matcher.post on post_id in (lost_post_id, found_post_id)
    where ended_at < $1 and post.status = 'deleted' order by ended_at limit $2)) returning 1`;

const SCORER = { worker: 'scorer' } as const;
const KEEPER = { worker: 'keeper' } as const;

export class PostgresUpkeep implements PostUpkeep, MatchUpkeep {
  constructor(
    private readonly database: Database,
    private readonly derive: (post: KnownPost) => Derived | null,
  ) {}

  async renew(scoredWith: string, most: number, now: Date): Promise<number> {
    return this.database.transaction(SCORER, async (tx) => {
      const rows = await tx.query<KnownPostRow>(OTHERWISE_SCORED, [scoredWith, most]);
      for (const row of rows) this.readAgain(tx, row);
      if (rows.length > 0) tx.send(QUEUE, [rows.map((row) => row.post_id), 'model', URGENCY.upkeep, now]);
      return rows.length;
    });
  }

  async removeOld(endedBefore: Date, most: number): Promise<number> {
    return this.database.transaction(KEEPER, async (tx) => (await tx.query(REMOVE, [endedBefore, most])).length);
  }

  private readAgain(tx: Tx, row: KnownPostRow): void {
    keepDerived(tx, row.post_id, this.derive(toKnownPost(row)));
  }
}
