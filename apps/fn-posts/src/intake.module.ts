import type { Idempotency } from '@foundnow/http';
import type { ServiceKit } from '@foundnow/service';
import { ExportPostsController } from './inbound/http/csv/export-posts.controller.ts';
import { ImportItemsController } from './inbound/http/csv/import-items.controller.ts';
import { BulkIntakeController } from './inbound/http/intake/bulk-intake.controller.ts';
import { PostgresPostBatches } from './outbound/postgres/intake/postgres-post-batches.ts';
import type { composePostsFeature } from './posts.module.ts';
import { ExportPosts } from './use-cases/intake/export-posts.ts';
import { TakeInItems } from './use-cases/intake/take-in-items.ts';
import type { UploadedPhotos } from './use-cases/photos/uploaded-photos.port.ts';

type Parts = ReturnType<typeof composePostsFeature>['parts'];

/** Many posts at once, in and out, for the desk of an organization. */
export function composeIntakeFeature(
  kit: ServiceKit,
  idempotency: Idempotency,
  { houseRules, draftPost, search }: Parts,
  uploads: UploadedPhotos,
) {
  const { database, outbox, ids } = kit;
  const batches = new PostgresPostBatches(database, outbox, idempotency);
  const provided = [new TakeInItems(houseRules, draftPost, uploads, batches, ids), new ExportPosts(search)];
  return {
    controllers: [BulkIntakeController, ImportItemsController, ExportPostsController],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
  };
}
