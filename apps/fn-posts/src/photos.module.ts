import type { Idempotency } from '@foundnow/http';
import { ImageCleaner } from '@foundnow/images';
import { Periodic } from '@foundnow/kernel';
import type { ServiceKit } from '@foundnow/service';
import type { ObjectStore } from '@foundnow/storage';
import { PostPhotosController } from './inbound/http/photos/post-photos.controller.ts';
import { UploadsController } from './inbound/http/photos/uploads.controller.ts';
import { ObjectPhotoShelf } from './outbound/objects/object-photo-shelf.ts';
import { drawFolder } from './outbound/objects/photo-keys.ts';
import { PostgresPhotoUploads } from './outbound/postgres/photos/postgres-photo-uploads.ts';
import { personalDataScreen } from './outbound/text/personal-data-screen.ts';
import type { ReadHouseRules } from './use-cases/organizations/read-house-rules.ts';
import { ChangePhotos } from './use-cases/photos/change-photos.ts';
import { CompleteUpload } from './use-cases/photos/complete-upload.ts';
import { OpenUpload } from './use-cases/photos/open-upload.ts';
import { ReceiveUpload } from './use-cases/photos/receive-upload.ts';
import { ShowPhotos } from './use-cases/photos/show-photos.ts';
import { SweepPhotos } from './use-cases/photos/sweep-photos.ts';
import { UseUploads } from './use-cases/photos/use-uploads.ts';
import { WithdrawUpload } from './use-cases/photos/withdraw-upload.ts';
import type { PostStore } from './use-cases/posts/post-store.port.ts';
import type { ReadPost } from './use-cases/posts/read-post.ts';

const SWEEP_EVERY_MS = 60_000;

/** Uploads: all that the posts need of photos. */
export function composeUploads({ database, clock }: ServiceKit, idempotency: Idempotency, objects: ObjectStore) {
  const cleaner = new ImageCleaner();
  const uploads = new PostgresPhotoUploads(database, idempotency);
  const shelf = new ObjectPhotoShelf(objects, cleaner);
  const sweepPhotos = new SweepPhotos(uploads, shelf, clock);
  return { uploads, shelf, cleaner, sweepPhotos, uploadedPhotos: new UseUploads(uploads, shelf) };
}

type Uploads = ReturnType<typeof composeUploads>;

/** What the photos need of the posts. */
export interface PostsForPhotos {
  readonly store: PostStore;
  readonly houseRules: ReadHouseRules;
  readonly readPost: ReadPost;
}

/** Photos: uploading them, and what becomes of them in a post. */
export function composePhotosFeature(kit: ServiceKit, photos: Uploads, posts: PostsForPhotos) {
  const { ids, clock, complaintsOf } = kit;
  const { uploads, shelf, cleaner, sweepPhotos, uploadedPhotos } = photos;
  const provided = [
    new ReceiveUpload(uploads, shelf, drawFolder, ids, clock),
    new OpenUpload(uploads, shelf, drawFolder, ids, clock),
    new CompleteUpload(uploads, shelf, clock),
    new WithdrawUpload(uploads, clock),
    new ChangePhotos(posts.store, uploadedPhotos, posts.houseRules, personalDataScreen, clock),
    new ShowPhotos(posts.readPost, shelf),
  ];
  return {
    useCases: { sweepPhotos },
    controllers: [UploadsController, PostPhotosController],
    providers: provided.map((useCase) => ({ provide: useCase.constructor, useValue: useCase })),
    workers: {
      'photo-sweeper': new Periodic(SWEEP_EVERY_MS, (signal) => sweepPhotos.run(signal), complaintsOf('photo-sweeper')),
      'image-decoder': { start: () => undefined, stop: async () => cleaner.close() },
    },
  };
}
