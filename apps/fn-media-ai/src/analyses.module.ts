import { AuditTrail } from '@foundnow/postgres';
import type { ServiceKit } from '@foundnow/service';
import type { MediaAiConfig } from './config.ts';
import { AnalysesController } from './inbound/http/analyses.controller.ts';
import { AnalyzeController } from './inbound/http/analyze.controller.ts';
import { ProvidersController } from './inbound/http/providers.controller.ts';
import { ReviewQueueController } from './inbound/http/review-queue.controller.ts';
import { PostgresAnalysisDesk } from './outbound/postgres/analyses/postgres-analysis-desk.ts';
import { PostgresKeptAnalyses } from './outbound/postgres/analyses/postgres-kept-analyses.ts';
import { sha256Of } from './outbound/sha256-of.ts';
import type { Sight } from './reading.module.ts';
import { AnalysePhoto } from './use-cases/analyses/analyse-photo.ts';
import { ReadAnalyses } from './use-cases/analyses/read-analyses.ts';
import { ReadProviders } from './use-cases/analyses/read-providers.ts';
import { RuleOnAnalyses } from './use-cases/analyses/rule-on-analyses.ts';

/** So many more than can be read at once may wait, in memory, for a reader. */
const WAITING_FOR_EACH = 2;

/** Analyses: reading them, deciding on them, making one of a photo that nobody keeps. */
export function composeAnalyses(
  config: MediaAiConfig,
  kit: ServiceKit,
  { look, vision, own }: Sight,
  wake: () => void,
) {
  const { database, clock, ids } = kit;
  const desk = new PostgresAnalysisDesk(database, new AuditTrail('media_ai'));
  const provided = [
    new ReadAnalyses(new PostgresKeptAnalyses(database)),
    new RuleOnAnalyses(desk, vision, own, clock, wake),
    new AnalysePhoto(look, ids, sha256Of, config.MEDIA_AI_READERS * WAITING_FOR_EACH),
    new ReadProviders(vision),
  ];
  return {
    controllers: [AnalysesController, AnalyzeController, ReviewQueueController, ProvidersController],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
  };
}
