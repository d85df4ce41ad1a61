import type { ServiceKit } from '@foundnow/service';
import { StatsController } from './inbound/http/stats/stats.controller.ts';
import { PostgresMatchRecord } from './outbound/postgres/stats/postgres-match-record.ts';
import { PostgresReportedPosts } from './outbound/postgres/stats/postgres-reported-posts.ts';
import { ListLabels } from './use-cases/stats/list-labels.ts';
import { ReadStats } from './use-cases/stats/read-stats.ts';

/** How much there is, and how good the matching is where people use it. */
export function composeStats({ database, clock }: ServiceKit) {
  const record = new PostgresMatchRecord(database);
  const readStats = new ReadStats(new PostgresReportedPosts(database), record, clock);
  return {
    useCases: { listLabels: new ListLabels(record) },
    controllers: [StatsController],
    providers: [{ provide: ReadStats, useValue: readStats }],
  };
}
