import { Inbox, OutboxWriter } from '@foundnow/outbox';
import { sequenceId } from '@foundnow/testing';
import { PostgresPhotoJobs } from '../src/outbound/postgres/photos/postgres-photo-jobs.ts';
import { PostgresKeptPosts } from '../src/outbound/postgres/posts/postgres-kept-posts.ts';
import type { KeptPost } from '../src/use-cases/posts/kept-posts.port.ts';
import { mediaAiDatabase } from './media-ai-database.ts';

export type PostgresPhotos = Awaited<ReturnType<typeof openPostgresPhotos>>;

/** Posts and the jobs of their photos in a schema of their own, at a time that does not pass. */
export async function openPostgresPhotos(now: Date) {
  const schema = await mediaAiDatabase();
  const { database } = schema;
  const outbox = new OutboxWriter({ schema: 'media_ai', service: 'fn-media-ai' });
  const posts = new PostgresKeptPosts(database, new Inbox(database, 'media_ai'));
  let events = 0;
  return {
    schema,
    outbox,
    posts,
    jobs: new PostgresPhotoJobs(database, outbox),
    /** As told by an event of its own. */
    keep: (post: KeptPost) => {
      events += 1;
      return posts.keep(post, { group: 'fn-media-ai', generation: 0, eventId: sequenceId(events) }, now);
    },
  };
}
