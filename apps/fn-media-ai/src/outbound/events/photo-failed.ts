import type { OutgoingEvent } from '@foundnow/outbox';
import type { PhotoFailure } from '../../domain/photo-failure.ts';
import type { KeptPost } from '../../use-cases/posts/kept-posts.port.ts';

/** What every event says of its post. */
export interface ToldPostRow {
  org_id: string | null;
  author_id: string | null;
  visibility: KeptPost['visibility'];
  kind: KeptPost['kind'];
  language: string;
  time_zone: string;
  version: number;
  photos_version: number;
  analysis_version: number;
}

export function photoFailed(
  { postId, photoId }: { readonly postId: string; readonly photoId: string },
  post: ToldPostRow,
  failure: PhotoFailure,
  now: Date,
): OutgoingEvent<'photo.failed'> {
  return {
    name: 'photo.failed',
    key: postId,
    payload: {
      postId,
      photoId,
      orgId: post.org_id,
      visibility: post.visibility,
      timeZone: post.time_zone,
      language: post.language,
      aggregateVersion: post.analysis_version,
      occurredAt: now.getTime(),
      authorId: post.author_id,
      kind: post.kind,
      postVersion: post.version,
      photosVersion: post.photos_version,
      ...failure,
    },
  };
}
