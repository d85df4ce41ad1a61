import type { Database } from '@foundnow/postgres';
import type { Backlog, ScoringJob, ScoringJobs } from '../../../use-cases/scoring/scoring-jobs.port.ts';

const TAKE = `with due as (
    select post_id from matcher.scoring_job where set_aside_at is null and next_at <= $1
    order by urgency, next_at limit $3 for update skip locked)
  update matcher.scoring_job as job set attempts = attempts + 1, next_at = $2, lease = gen_random_uuid()
  from due where job.post_id = due.post_id
  returning job.post_id, lease, attempts, cause, scope`;
const HELD = 'post_id = $1 and lease = $2';
const PUT_BACK = `update matcher.scoring_job set next_at = $3, lease = null, attempts = attempts - $4 where ${HELD}`;
const SET_ASIDE = `update matcher.scoring_job set set_aside_at = $3, lease = null where ${HELD}`;
const BACKLOG = `select count(*) filter (where set_aside_at is null)::int as waiting,
    count(set_aside_at)::int as aside,
    coalesce(greatest(0, extract(epoch from $1::timestamptz - min(queued_at) filter (where set_aside_at is null))), 0)::float8
      as oldest
  from matcher.scoring_job`;

/** Who forgets in a crash that a job was taken takes it once more. */
const UNHURRIED = 'set local synchronous_commit = off';

const SCORER = { worker: 'scorer' } as const;

interface JobRow {
  post_id: string;
  lease: string;
  attempts: number;
  cause: ScoringJob['cause'];
  scope: ScoringJob['scope'];
}

export class PostgresScoringJobs implements ScoringJobs {
  constructor(private readonly database: Database) {}

  async take(most: number, now: Date, until: Date): Promise<readonly ScoringJob[]> {
    const rows = await this.database.transaction(SCORER, async (tx) => {
      tx.send(UNHURRIED);
      return tx.query<JobRow>(TAKE, [now, until, most]);
    });
    return rows.map(({ post_id: postId, attempts: attempt, ...job }) => ({ postId, attempt, ...job }));
  }

  async putBack({ postId, lease }: ScoringJob, next: Date, isAttempt: boolean): Promise<void> {
    const values = [postId, lease, next, isAttempt ? 0 : 1];
    await this.database.transaction(SCORER, async (tx) => tx.send(PUT_BACK, values));
  }

  async setAside({ postId, lease }: ScoringJob, now: Date): Promise<void> {
    await this.database.transaction(SCORER, async (tx) => tx.send(SET_ASIDE, [postId, lease, now]));
  }

  async backlog(now: Date): Promise<Backlog> {
    const [row] = await this.database.read(SCORER, (tx) =>
      tx.query<{ waiting: number; aside: number; oldest: number }>(BACKLOG, [now]),
    );
    return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ?? 0, setAside: row?.aside ?? 0 };
  }
}
