import { AuditTrail } from '@foundnow/postgres';
import { Periodic } from '@foundnow/kernel';
import { type Composition, openObjects, type ServiceKit } from '@foundnow/service';
import { composeAnalyses } from './analyses.module.ts';
import type { MediaAiConfig } from './config.ts';
import { erasePeople } from './inbound/cli/erase-people.ts';
import { ErasuresHandler } from './inbound/events/erasures.handler.ts';
import { PostsHandler } from './inbound/events/posts.handler.ts';
import { StatsController } from './inbound/http/stats.controller.ts';
import { PostgresKeptPosts } from './outbound/postgres/posts/postgres-kept-posts.ts';
import { PostgresErasures } from './outbound/postgres/privacy/postgres-erasures.ts';
import { composeReading, openSight } from './reading.module.ts';
import { ForgetPost } from './use-cases/posts/forget-post.ts';
import { KeepPost } from './use-cases/posts/keep-post.ts';
import { ReadStats } from './use-cases/posts/read-stats.ts';
import { ErasePerson } from './use-cases/privacy/erase-person.ts';

const CARRY_ON_EVERY_MS = 60_000;

/** The composition root: what fn-media-ai can do, and which adapters it does it with. */
export async function composeMediaAi(config: MediaAiConfig, kit: ServiceKit) {
  const { database, inbox, clock, logger, complaintsOf } = kit;
  const objects = await openObjects(config, (error, facts) => logger.error({ error, ...facts }, 'an object failed'));
  const sight = await openSight(config, kit);
  const reading = composeReading(config, kit, sight, objects.store);
  const analyses = composeAnalyses(config, kit, sight, reading.wakeWorkers);
  const posts = new PostgresKeptPosts(database, inbox);
  const erasures = new PostgresErasures(database, new AuditTrail('media_ai'));
  const erasePerson = new ErasePerson(erasures, clock, reading.wakeSweeper);
  const forgetPost = new ForgetPost(posts, clock, reading.wakeSweeper);
  const keepPost = new KeepPost(posts, clock, () => {
    reading.wakeWorkers();
    reading.wakeSweeper();
  });
  const provided = [keepPost, forgetPost, new ReadStats(posts), erasePerson];
  return {
    useCases: { erasePerson },
    controllers: [StatsController, PostsHandler, ErasuresHandler, ...analyses.controllers],
    providers: [
      ...analyses.providers,
      ...provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
    ],
    workers: {
      ...reading.workers,
      erasures: new Periodic(CARRY_ON_EVERY_MS, (signal) => erasePerson.carryOn(signal), complaintsOf('erasures')),
    },
    /** A backup that was restored has everybody in it. */
    beforeServing: () => erasePerson.carryOn(),
  } satisfies Composition;
}

/** `fn media-ai …` */
export const mediaAiCommands = [erasePeople];
