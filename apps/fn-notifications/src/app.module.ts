import { HealthModule } from '@foundnow/http';
import { authOf, type ServiceEnv, type ServiceKit } from '@foundnow/service';
import { type DynamicModule, Module } from '@nestjs/common';
import { notificationsDefinition } from './definition.ts';
import { PostsHandler } from './inbound/events/posts.handler.ts';
import { StatsController } from './inbound/http/stats.controller.ts';
import { PostgresPostCounts } from './outbound/postgres/postgres-post-counts.ts';
import { CountPost } from './use-cases/count-post.ts';
import { ReadStats } from './use-cases/read-stats.ts';

/** The composition root: what fn-notifications can do, and which adapters it does it with. */
@Module({})
export class AppModule {
  static with(config: ServiceEnv, { database, inbox, checks }: ServiceKit): DynamicModule {
    const counts = new PostgresPostCounts(database);
    return {
      module: AppModule,
      imports: [authOf(notificationsDefinition, config), HealthModule.forRoot(checks)],
      controllers: [StatsController, PostsHandler],
      providers: [
        { provide: CountPost, useValue: new CountPost(inbox, counts) },
        { provide: ReadStats, useValue: new ReadStats(counts) },
      ],
    };
  }
}
