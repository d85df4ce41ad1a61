import { IdempotencyRetention, IdempotencyStore } from '@foundnow/http';
import type { ServiceDefinition } from '@foundnow/service';
import { CreatePosts1763625600000 } from '../migrations/1763625600000-create-posts.ts';
import { PostRowSchema } from './outbound/postgres/post.row.ts';
import { policies } from './policies.ts';

export const postsDefinition: ServiceDefinition = {
  name: 'fn-posts',
  about: 'Reports of lost and found items: the service that frontends talk to.',
  schema: 'posts',
  policies,
  entities: [PostRowSchema],
  migrations: [CreatePosts1763625600000],
  workers: ({ database }, complain) => [new IdempotencyRetention(database, new IdempotencyStore('posts'), complain)],
};
