import { sensitivityOf } from '@foundnow/kernel';
import { withdrawn } from '../photo/photo-lists.ts';
import { type PhotoChange, photoIn, photosAfter } from '../photo/photo-changes.ts';
import { notEditable } from './post-errors.ts';
import type { PostChanges } from './editing.ts';
import type { PostChange } from './post-change.ts';
import type { PostState } from './post-state.ts';

/** Of a closed post captions can be taken back and photos removed, as its text can; new ones do not come. */
const OF_A_CLOSED_POST: ReadonlySet<PhotoChange['type']> = new Set(['remove', 'caption', 'show']);

export interface ChangedPhotos {
  readonly state: Partial<PostState>;
  readonly what: PostChange;
}

/**
 * What a change of its photos makes of a post; null when nothing differs. Only what comes and goes makes older analyses
 * stale: whoever reads photos is not told of a new order or caption, and would never read them again.
 */
export function changedPhotos(post: PostState, change: PhotoChange): ChangedPhotos | null {
  if (post.status !== 'active' && !OF_A_CLOSED_POST.has(change.type)) throw notEditable(post.status, ['photos']);
  const photos = photosAfter(post.photos, change);
  if (photos === post.photos) return null;
  const what = whatHappened(post, change);
  const isNews = what.type === 'photo_added' || what.type === 'photo_removed';
  return { state: isNews ? { photos, photosVersion: post.version + 1 } : { photos }, what };
}

/** Of a thing that asks for more, photos are for nobody else until they were covered as what it is. */
export function coveredAnew(
  post: PostState,
  { category = post.category }: PostChanges,
): { photos?: PostState['photos'] } {
  const { photos, version } = post;
  if (photos.length === 0 || sensitivityOf(category) <= sensitivityOf(post.category)) return {};
  return { photos: withdrawn(photos, version + 1) };
}

function whatHappened({ photos }: PostState, change: PhotoChange): PostChange {
  switch (change.type) {
    case 'add':
      return { type: 'photo_added', photo: change.photo, position: photos.length };
    case 'remove': {
      const photo = photoIn(photos, change.photoId);
      return { type: 'photo_removed', photo, position: photos.indexOf(photo) };
    }
    case 'show':
      return { type: 'edited', changed: ['photos'], reason: 'photos_redacted' };
    default:
      return { type: 'edited', changed: ['photos'], reason: 'edited' };
  }
}
