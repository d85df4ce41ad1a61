import type { Clock } from '@foundnow/kernel';
import type { Database } from '@foundnow/postgres';
import type { VisionCache, VisionCacheKey } from '../../../use-cases/vision-cache.port.ts';

const KEY = 'photo_sha256, question_sha256, provider, model, prompt_version';
const FIND = `select finding from media_ai.vision_answer where (${KEY}) = ($1, $2, $3, $4, $5) and until > $6`;
/** A photo that is being deleted is waited for, and then nothing of it is kept. */
const KEEP = `with photo as (select from media_ai.photo
    where sha256 = $1 and post_id = $8 limit 1 for key share)
  insert into media_ai.vision_answer (${KEY}, finding, until)
  select $1, $2, $3, $4, $5, $6::jsonb, $7::timestamptz where exists (select from photo)
  on conflict (${KEY}) do update set finding = excluded.finding, until = excluded.until`;
const FORGET = 'delete from media_ai.vision_answer where photo_sha256 = any($1::text[])';
const SWEEP = 'delete from media_ai.vision_answer where until <= $1 returning 1';

const READER = { worker: 'photo-reader' } as const;

export class PostgresVisionCache implements VisionCache {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(key: VisionCacheKey): Promise<unknown> {
    const [row] = await this.database.read(READER, (tx) =>
      tx.query<{ finding: unknown }>(FIND, [...valuesOf(key), this.clock.now()]),
    );
    return row?.finding;
  }

  async keep(key: VisionCacheKey, postId: string, finding: object, until: Date): Promise<void> {
    const values = [...valuesOf(key), JSON.stringify(finding), until, postId];
    await this.database.transaction(READER, async (tx) => tx.send(KEEP, values));
  }

  async forget(photoSha256s: readonly string[]): Promise<void> {
    await this.database.transaction(READER, async (tx) => tx.send(FORGET, [photoSha256s]));
  }

  async sweep(now: Date): Promise<number> {
    return this.database.transaction(READER, async (tx) => (await tx.query(SWEEP, [now])).length);
  }
}

function valuesOf({ photoSha256, questionSha256, provider, model, promptVersion }: VisionCacheKey): readonly string[] {
  return [photoSha256, questionSha256, provider, model, promptVersion];
}
