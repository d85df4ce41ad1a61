import { HealthModule } from '@foundnow/http';
import { authOf, type ServiceEnv, type ServiceKit } from '@foundnow/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { matcherDefinition } from './definition.ts';
import { PostsHandler } from './inbound/events/posts.handler.ts';
import { StatsController } from './inbound/http/stats.controller.ts';
import { PostgresReportedPosts } from './outbound/postgres/postgres-reported-posts.ts';
import { ReadStats } from './use-cases/read-stats.ts';
import { TakeInPost } from './use-cases/take-in-post.ts';

/** The composition root: what fn-matcher can do, and which adapters it does it with. */
@Module({})
export class AppModule {
  static with(config: ServiceEnv, { database, inbox, checks }: ServiceKit): DynamicModule {
    const posts = new PostgresReportedPosts(database);
    return {
      module: AppModule,
      imports: [authOf(matcherDefinition, config), HealthModule.forRoot(checks)],
      controllers: [StatsController, PostsHandler],
      providers: [
        { provide: TakeInPost, useValue: new TakeInPost(inbox, posts) },
        { provide: ReadStats, useValue: new ReadStats(posts) },
      ],
    };
  }
}
