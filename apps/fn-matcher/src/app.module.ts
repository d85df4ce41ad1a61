import type { Composition, ServiceEnv, ServiceKit } from '@foundnow/service';
import { PostsHandler } from './inbound/events/posts.handler.ts';
import { StatsController } from './inbound/http/stats.controller.ts';
import { PostgresReportedPosts } from './outbound/postgres/postgres-reported-posts.ts';
import { ReadStats } from './use-cases/read-stats.ts';
import { TakeInPost } from './use-cases/take-in-post.ts';

/** The composition root: what fn-matcher can do, and which adapters it does it with. */
export function composeMatcher(_config: ServiceEnv, { database, inbox }: ServiceKit): Composition {
  const posts = new PostgresReportedPosts(database, inbox);
  const takeInPost = new TakeInPost(posts);
  const readStats = new ReadStats(posts);
  return {
    useCases: { takeInPost, readStats },
    controllers: [StatsController, PostsHandler],
    providers: [
      { provide: TakeInPost, useValue: takeInPost },
      { provide: ReadStats, useValue: readStats },
    ],
  };
}
