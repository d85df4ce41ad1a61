import type { KeptUpload } from '../../../use-cases/privacy/export-source.port.ts';
import { keysOf } from '../../objects/photo-keys.ts';
import type { PhotoRow } from '../photos/photo.row.ts';
import { FIRST_ID, type Listing, NOT_ERASED } from './export-pages.ts';

type UploadRow = PhotoRow & { readonly state: KeptUpload['state'] };

/** What is in a post is told of with it. */
export const UPLOADS: Listing<UploadRow, KeptUpload> = {
  text: `select id, folder, state, photo, created_at, due_at from posts.photo
    where owner_id = $1 and state <> 'attached' and id > $3::uuid and ${NOT_ERASED} order by id limit $2`,
  start: [FIRST_ID],
  positionOf: ({ id }) => [id],
  toItem: ({ id, folder, state, photo, created_at: createdAt, due_at: goneBy }) => {
    const objectKey = state === 'ready' ? keysOf(folder).waiting('original') : null;
    return { id, state, createdAt, goneBy, photo, objectKey };
  },
};
