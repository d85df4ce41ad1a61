import { Idempotency, IdempotencyStore } from '@foundnow/http';
import { OutboxWriter, Inbox } from '@foundnow/outbox';
import { AuditTrail, type Database } from '@foundnow/postgres';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import type { Actor } from '../src/domain/actor.ts';
import type { Post } from '../src/domain/post/post.ts';
import { ContactWriter } from '../src/outbound/postgres/contact/contact-writer.ts';
import { PostWriter } from '../src/outbound/postgres/posts/post-writer.ts';
import { PostgresClaims } from '../src/outbound/postgres/posts/postgres-claims.ts';
import { PostgresPostSearch } from '../src/outbound/postgres/posts/postgres-post-search.ts';
import { PostgresPostStore } from '../src/outbound/postgres/posts/postgres-post-store.ts';
import { PostgresPostUpkeep } from '../src/outbound/postgres/posts/postgres-post-upkeep.ts';
import { fnPosts } from '../src/service.ts';
import { anActor } from './post.builder.ts';

/** The adapters of posts over a database of the spec's own. */
export interface PostgresPosts extends TestSchema {
  readonly posts: PostgresPostStore;
  readonly search: PostgresPostSearch;
  readonly claims: PostgresClaims;
  /** As each replica has one. */
  upkeepOver(database: Database): PostgresPostUpkeep;
  add(post: Post, by?: Actor): Promise<Post>;
}

export async function openPostgresPosts(): Promise<PostgresPosts> {
  const schema = await testSchema(fnPosts.schema, fnPosts.migrations);
  const { database } = schema;
  const outbox = new OutboxWriter({ schema: 'posts', service: 'fn-posts' });
  const writer = new PostWriter(outbox);
  const idempotency = new Idempotency(database, new IdempotencyStore('posts'));
  const posts = new PostgresPostStore(database, outbox, idempotency, writer);
  return {
    ...schema,
    posts,
    search: new PostgresPostSearch(database),
    claims: new PostgresClaims(
      new Inbox(database, 'posts'),
      writer,
      new ContactWriter(outbox, new AuditTrail('posts')),
    ),
    upkeepOver: (of) => new PostgresPostUpkeep(of, new Inbox(of, 'posts'), writer),
    add: async (post, by = anActor({ userId: post.state.authorId ?? '', orgId: post.state.orgId })) => {
      await posts.add(post, [], by, undefined);
      return post;
    },
  };
}
