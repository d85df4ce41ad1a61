import { Idempotency, IdempotencyRetention, IdempotencyStore } from '@foundnow/http';
import type { Composition, ServiceKit } from '@foundnow/service';
import type { PostsConfig } from './config.ts';
import { postStats } from './inbound/cli/post-stats.ts';
import { republishPosts } from './inbound/cli/republish-posts.ts';
import { composeIntakeFeature } from './intake.module.ts';
import { composePostsFeature } from './posts.module.ts';

/** The composition root: what fn-posts can do. Each feature binds its use cases to adapters in a module of its own. */
export function composePosts(config: PostsConfig, kit: ServiceKit) {
  const { database, complaintsOf } = kit;
  const answers = new IdempotencyStore('posts');
  const idempotency = new Idempotency(database, answers);
  const posts = composePostsFeature(config, kit, idempotency);
  const intake = composeIntakeFeature(kit, idempotency, posts.parts);
  return {
    useCases: { ...posts.useCases },
    controllers: [...intake.controllers, ...posts.controllers],
    providers: [...intake.providers, ...posts.providers],
    workers: {
      'idempotency-retention': new IdempotencyRetention(database, answers, complaintsOf('idempotency-retention')),
      ...posts.workers,
    },
  } satisfies Composition;
}

export type PostsUseCases = ReturnType<typeof composePosts>['useCases'];

/** `fn posts …` */
export const postsCommands = [postStats, republishPosts];
