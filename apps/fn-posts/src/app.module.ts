import { randomBytes } from 'node:crypto';
import { HealthModule, Idempotency, IdempotencyStore } from '@foundnow/http';
import { systemClock, uuidv7 } from '@foundnow/kernel';
import { authOf, type ServiceKit } from '@foundnow/service';
import { type DynamicModule, Module } from '@nestjs/common';
import type { PostsConfig } from './config.ts';
import { postsDefinition } from './definition.ts';
import { postStats } from './inbound/cli/post-stats.ts';
import { PostsController } from './inbound/http/posts.controller.ts';
import { PostgresPostSearch } from './outbound/postgres/postgres-post-search.ts';
import { PostgresPostStore } from './outbound/postgres/postgres-post-store.ts';
import { HmacPublicPlace } from './outbound/privacy/hmac-public-place.ts';
import { ReadPost } from './use-cases/read-post.ts';
import { ReportItem } from './use-cases/report-item.ts';

/** The composition root: what fn-posts can do, and which adapters it does it with. */
@Module({})
export class AppModule {
  /** `fn posts …` */
  static readonly commands = [postStats];

  static with(config: PostsConfig, { database, outbox, checks }: ServiceKit): DynamicModule {
    const posts = new PostgresPostStore(outbox);
    const search = new PostgresPostSearch(database);
    const places = new HmacPublicPlace(config.PUBLIC_PLACE_KEY);
    return {
      module: AppModule,
      imports: [authOf(postsDefinition, config), HealthModule.forRoot(checks)],
      controllers: [PostsController],
      providers: [
        { provide: ReportItem, useValue: new ReportItem(posts, places, systemClock, uuidv7, randomBytes) },
        { provide: Idempotency, useValue: new Idempotency(database, new IdempotencyStore('posts')) },
        { provide: ReadPost, useValue: new ReadPost(search) },
      ],
    };
  }
}
