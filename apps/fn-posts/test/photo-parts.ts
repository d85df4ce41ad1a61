import { Idempotency, IdempotencyStore } from '@foundnow/http';
import { ImageCleaner } from '@foundnow/images';
import { uuidv7, type Clock } from '@foundnow/kernel';
import type { Database } from '@foundnow/postgres';
import { LocalObjectStore } from '@foundnow/storage';
import { drawFolder } from '../src/outbound/objects/photo-keys.ts';
import { ObjectPhotoShelf } from '../src/outbound/objects/object-photo-shelf.ts';
import { PostgresPhotoUploads } from '../src/outbound/postgres/photos/postgres-photo-uploads.ts';
import { ReceiveUpload } from '../src/use-cases/photos/receive-upload.ts';
import { SweepPhotos } from '../src/use-cases/photos/sweep-photos.ts';
import { UseUploads } from '../src/use-cases/photos/use-uploads.ts';

/** Uploads over a real database and a folder, without a service around them. */
export async function photoParts(database: Database, root: string, clock: Clock) {
  const objects = await LocalObjectStore.open({
    root,
    baseUrl: 'http://127.0.0.1/objects',
    signingSecret: Buffer.alloc(32, 9),
    clock,
  });
  const cleaner = new ImageCleaner();
  const uploads = new PostgresPhotoUploads(database, new Idempotency(database, new IdempotencyStore('posts')));
  const shelf = new ObjectPhotoShelf(objects, cleaner);
  return {
    objects,
    uploads,
    shelf,
    receive: new ReceiveUpload(uploads, shelf, drawFolder, uuidv7, clock),
    use: new UseUploads(uploads, shelf),
    sweep: new SweepPhotos(uploads, shelf, clock),
    stop: () => cleaner.close(),
  };
}
