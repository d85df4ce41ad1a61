import { Idempotency, IdempotencyRetention, IdempotencyStore } from '@foundnow/http';
import type { Composition, ServiceKit } from '@foundnow/service';
import type { PostsConfig } from './config.ts';
import { postStats } from './inbound/cli/post-stats.ts';
import { PostsController } from './inbound/http/posts/posts.controller.ts';
import { DrawnPostIdentities } from './outbound/identity/drawn-post-identities.ts';
import { PostgresPostSearch } from './outbound/postgres/posts/postgres-post-search.ts';
import { PostgresPostStore } from './outbound/postgres/posts/postgres-post-store.ts';
import { CountPosts } from './use-cases/posts/count-posts.ts';
import { ReadPost } from './use-cases/posts/read-post.ts';
import { ReportItem } from './use-cases/posts/report-item.ts';
import { ResolvePost } from './use-cases/posts/resolve-post.ts';

/** The composition root: what fn-posts can do, and which adapters it does it with. */
export function composePosts(config: PostsConfig, { database, outbox, clock, ids, complaintsOf }: ServiceKit) {
  const answers = new IdempotencyStore('posts');
  const posts = new PostgresPostStore(database, outbox, new Idempotency(database, answers));
  const search = new PostgresPostSearch(database);
  const identities = new DrawnPostIdentities(ids, config.PUBLIC_PLACE_KEY);
  const useCases = {
    reportItem: new ReportItem(posts, search, identities, clock),
    readPost: new ReadPost(search),
    resolvePost: new ResolvePost(posts, clock),
    countPosts: new CountPosts(search),
  };
  return {
    useCases,
    controllers: [PostsController],
    providers: [
      { provide: ReportItem, useValue: useCases.reportItem },
      { provide: ReadPost, useValue: useCases.readPost },
      { provide: ResolvePost, useValue: useCases.resolvePost },
    ],
    workers: {
      'idempotency-retention': new IdempotencyRetention(database, answers, complaintsOf('idempotency-retention')),
    },
  } satisfies Composition;
}

export type PostsUseCases = ReturnType<typeof composePosts>['useCases'];

/** `fn posts …` */
export const postsCommands = [postStats];
