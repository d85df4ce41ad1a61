import type { DomainError } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { Photo } from '../../domain/photo/photo.ts';

/** Photos that somebody uploaded and wants to see in a post. */
export interface UploadedPhotos {
  /** In this order. Throws when one is not hers, not complete, or gone. */
  find(uploadIds: readonly string[], by: Actor): Promise<readonly Photo[]>;
  /** The same for many posts at once: what each would get, or why it gets none. */
  findEach(wanted: readonly (readonly string[])[], by: Actor): Promise<readonly (readonly Photo[] | DomainError)[]>;
  /**
   * Brings the files to where they stay, before the transaction that adds the photos to a post: that one alone decides
   * whose they become, and what it does not take is swept.
   */
  keep(photos: readonly Photo[]): Promise<void>;
}
