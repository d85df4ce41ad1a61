import type { AuditTrail, Database, Tx } from '@foundnow/postgres';
import type { Erasures } from '../../../use-cases/privacy/erasures.port.ts';
import { stripPost } from '../posts/strip-post.ts';

/** Waits for all that is being written of her: see the migration. */
const AFTER_WRITES = `select pg_advisory_xact_lock(hashtextextended('media_ai.erasure:' || $1, 0))`;
const OPEN = `insert into media_ai.erasure (person_id, requested_at) values ($1, $2)
  on conflict do nothing returning 1`;
const HER_POSTS = `select post_id, org_id, visibility, version::float8 as version from media_ai.post where author_id = $1
  order by post_id limit $2 for update`;
const ANONYMOUS = ['post', 'photo', 'analysis'].map(
  (table) => `update media_ai.${table} set author_id = null where post_id = $1 and author_id is not null`,
);
/** Where single tables came back from a backup. */
const STRAYS = ['photo', 'analysis'].map(
  (table) => `update media_ai.${table} set author_id = null where author_id = $1`,
);
const DECISIONS = `update media_ai.analysis set decided_by = null where analysis_id in (
    select analysis_id from media_ai.analysis where decided_by = $1 limit $2) returning 1`;
const UNFINISHED = `select person_id from media_ai.erasure as held where
    exists (select from media_ai.post where author_id = held.person_id)
    or exists (select from media_ai.photo where author_id = held.person_id)
    or exists (select from media_ai.analysis where author_id = held.person_id)
    or exists (select from media_ai.analysis where decided_by = held.person_id)
  limit $1`;

const ERASER = { worker: 'eraser' } as const;

interface HerPost {
  post_id: string;
  org_id: string | null;
  visibility: string;
  version: number;
}

export class PostgresErasures implements Erasures {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async open(personId: string, now: Date): Promise<void> {
    await this.database.transaction(ERASER, async (tx) => {
      await tx.query(AFTER_WRITES, [personId]);
      if ((await tx.query(OPEN, [personId, now])).length === 0) return;
      await this.audit.record(tx, { actor: 'system', action: 'person.erased', subject: `person/${personId}` });
    });
  }

  async advance(personId: string, now: Date, most: number): Promise<number> {
    return this.database.transaction(ERASER, async (tx) => {
      const posts = await tx.query<HerPost>(HER_POSTS, [personId, most]);
      for (const post of posts) await this.forget(tx, post, now);
      if (posts.length < most) for (const text of STRAYS) tx.send(text, [personId]);
      return posts.length + (await tx.query(DECISIONS, [personId, most])).length;
    });
  }

  async unfinished(most: number): Promise<readonly string[]> {
    const rows = await this.database.read(ERASER, (tx) => tx.query<{ person_id: string }>(UNFINISHED, [most]));
    return rows.map((row) => row.person_id);
  }

  /** An item of an organization stays; fn-posts says by an event of its own when it goes as well. */
  private async forget(tx: Tx, { post_id: postId, version, ...post }: HerPost, now: Date): Promise<void> {
    if (post.org_id === null || post.visibility === 'private') return stripPost(tx, postId, version, now);
    for (const text of ANONYMOUS) tx.send(text, [postId]);
    tx.send('update media_ai.post set revision = revision + 1 where post_id = $1', [postId]);
  }
}
