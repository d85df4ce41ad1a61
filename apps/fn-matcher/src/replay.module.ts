import { systemClock } from '@foundnow/kernel';
import type { ServiceKit } from '@foundnow/service';
import type { MatcherConfig } from './config.ts';
import type { Knowledge } from './knowledge.module.ts';
import { PostgresSurroundings } from './outbound/postgres/candidates/postgres-surroundings.ts';
import { PostgresTermCounts } from './outbound/postgres/frequencies/postgres-term-counts.ts';
import { PostgresRecentPosts } from './outbound/postgres/replay/postgres-recent-posts.ts';
import { RefreshFrequencies } from './use-cases/frequencies/refresh-frequencies.ts';
import { ReplayModel } from './use-cases/replay/replay-model.ts';

/** Trying a model out. */
export function composeReplay(config: MatcherConfig, { database }: ServiceKit, knowledge: Knowledge): ReplayModel {
  const counts = new PostgresTermCounts(database);
  const refresh = new RefreshFrequencies(counts, config.MATCHER_COUNT_EVERY, systemClock, knowledge.onFrequencies);
  const reader = new PostgresSurroundings(database, knowledge.categories, config.MATCHER_MOST_CANDIDATES);
  return new ReplayModel(new PostgresRecentPosts(database), reader, async (model) => {
    await refresh.load();
    return [knowledge.rules(), knowledge.rulesWith(model)];
  });
}
