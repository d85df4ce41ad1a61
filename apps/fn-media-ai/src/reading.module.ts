import { publicJwks } from '@foundnow/crypto';
import { Periodic } from '@foundnow/kernel';
import type { ServiceKit } from '@foundnow/service';
import type { ObjectStore } from '@foundnow/storage';
import type { MediaAiConfig } from './config.ts';
import type { OwnReading } from './domain/analysis/is-stale.ts';
import { PIPELINE_VERSION } from './domain/photo/pipeline-version.ts';
import { drawFolder, ObjectPhotoFiles } from './outbound/objects/object-photo-files.ts';
import { PhotoMetrics } from './outbound/photo-metrics.ts';
import { PostgresPhotoJobs } from './outbound/postgres/photos/postgres-photo-jobs.ts';
import { PostgresPublicFolders } from './outbound/postgres/photos/postgres-public-folders.ts';
import { PostgresDuePosts } from './outbound/postgres/posts/postgres-due-posts.ts';
import { PostgresVisionBudget } from './outbound/postgres/vision/postgres-vision-budget.ts';
import { PostgresVisionCache } from './outbound/postgres/vision/postgres-vision-cache.ts';
import { ReaderPool } from './outbound/reader/reader-pool.ts';
import { checkEmbeddingModel } from './outbound/reader/stages/embedding/check-embedding-model.ts';
import { SealedHints } from './outbound/sealing/sealed-hints.ts';
import { openVision } from './outbound/vision/open-vision.ts';
import { AnalysePosts } from './use-cases/analyses/analyse-posts.ts';
import { LookAtPhoto } from './use-cases/photos/look-at-photo.ts';
import { PhotoWorker } from './use-cases/photos/photo-worker.ts';
import { PublishForms } from './use-cases/photos/publish-forms.ts';
import { ReadPhotoJob } from './use-cases/photos/read-photo-job.ts';
import { SweepPublicFolders } from './use-cases/photos/sweep-public-folders.ts';

const ANALYSE_EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 60_000;
const FORGET_ANSWERS_EVERY_MS = 3_600_000;

/** What looks at photos: readers in processes of their own, and a vision model where one is configured. */
export async function openSight(config: MediaAiConfig, { database, metrics, clock, complaintsOf }: ServiceKit) {
  const onnxModel = config.MEDIA_AI_ONNX_MODEL;
  const model = onnxModel === undefined ? undefined : await checkEmbeddingModel(onnxModel);
  const reader = new ReaderPool({
    readers: config.MEDIA_AI_READERS,
    text: config.MEDIA_AI_OCR,
    patienceMs: config.MEDIA_AI_PATIENCE,
    onnxModel,
    ...(model && { onnxModelBytes: model.memory }),
  });
  const cache = new PostgresVisionCache(database, clock);
  const budget = new PostgresVisionBudget(database);
  const vision = await openVision(config, { budget, cache, metrics, onTrouble: complaintsOf('vision') });
  const own: OwnReading = {
    pipelineVersion: PIPELINE_VERSION,
    stages: [
      ...(config.MEDIA_AI_OCR ? [{ stage: 'codes' as const }, { stage: 'text' as const }] : []),
      ...(model ? [{ stage: 'embedding' as const, model: model.model }] : []),
    ],
  };
  return { reader, vision, cache, own, look: new LookAtPhoto(reader, vision) };
}

export type Sight = Awaited<ReturnType<typeof openSight>>;

/** Reading the photos of posts, and what goes on for it in the background. */
export function composeReading(
  config: MediaAiConfig,
  kit: ServiceKit,
  { reader, vision, cache, look }: Sight,
  store: ObjectStore,
) {
  const { database, outbox, ids, clock, complaintsOf } = kit;
  const files = new ObjectPhotoFiles(store);
  const folders = new PostgresPublicFolders(database);
  const sealer = new SealedHints(publicJwks(config.SEALING_JWKS_URL, { clock }));
  const jobs = new PostgresPhotoJobs(database, outbox);
  const meters = new PhotoMetrics(kit.metrics);
  const publishForms = new PublishForms(files, folders, drawFolder, clock);
  const leaseMs = config.MEDIA_AI_LEASE;
  const onTrouble = complaintsOf('photo-reader');
  const parts = { files, look, publishForms, sealer, meters, onTrouble };
  const readPhotoJob = new ReadPhotoJob(jobs, parts, leaseMs, clock);
  const duePosts = new PostgresDuePosts(database, outbox);
  const analysePosts = new AnalysePosts(duePosts, sealer, ids, clock, complaintsOf('post-analyst'));
  const sweep = new SweepPublicFolders(folders, files, clock, complaintsOf('photo-sweeper'));
  const analyst = new Periodic(ANALYSE_EVERY_MS, (signal) => analysePosts.run(signal), complaintsOf('post-analyst'));
  const sweeper = new Periodic(SWEEP_EVERY_MS, (signal) => sweep.run(signal), complaintsOf('photo-sweeper'));
  const answers = new Periodic(FORGET_ANSWERS_EVERY_MS, () => cache.sweep(clock.now()), complaintsOf('vision-cache'));
  const photoWorker = new PhotoWorker(jobs, readPhotoJob, {
    readers: config.MEDIA_AI_READERS,
    leaseMs,
    clock,
    free: () => look.free,
    meters,
    onTrouble,
    onDone: () => analyst.wake(),
  });
  const closing = {
    start: () => undefined,
    stop: async () => void (await Promise.all([reader.close(), vision.close()])),
  };
  return {
    wakeWorkers: () => {
      photoWorker.wake();
      analyst.wake();
    },
    wakeSweeper: () => sweeper.wake(),
    workers: {
      // Stopped last: the others still use them.
      sight: closing,
      'post-analyst': analyst,
      'photo-sweeper': sweeper,
      'vision-cache': answers,
      // Without a place for files there are none to read.
      ...(config.OBJECT_STORE !== 'none' && { 'photo-reader': photoWorker }),
    },
  };
}
