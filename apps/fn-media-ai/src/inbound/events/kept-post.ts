import type { EventMap } from '@foundnow/contracts';
import type { KeptPost } from '../../use-cases/posts/kept-posts.port.ts';

type Stands = EventMap['post.created' | 'post.photo_added' | 'post.photo_removed' | 'post.snapshot' | 'post.updated'];

/** A post as it stands. What we do not know of its visibility we treat as private. */
export function keptPost(post: Stands): KeptPost {
  const { postId, orgId, authorId, visibility, kind, category, language, timeZone, title, description } = post;
  return {
    postId,
    orgId,
    authorId,
    category,
    language,
    timeZone,
    title,
    description,
    visibility: visibility === 'unknown' ? 'private' : visibility,
    kind: kind === 'unknown' ? 'found' : kind,
    version: post.aggregateVersion,
    photosVersion: post.photosVersion,
    photos: post.photos.map(({ photoId, objectKey, sha256 }) => ({
      photoId,
      objectKey,
      sha256,
    })),
  };
}
