import type { PostEnd } from '../../domain/match/match-words.ts';
import type { Traits } from '../../domain/traits/traits.ts';

/** A post that is compared, as it was at `revision`. */
export interface ComparedPost {
  readonly postId: string;
  readonly revision: number;
  readonly traits: Traits;
}

/** A post with everything that it may have to do with. */
export type Surroundings =
  | {
      readonly isActive: true;
      readonly post: ComparedPost;
      readonly candidates: readonly ComparedPost[];
      /** There were more than may be compared: the nearest were taken. */
      readonly isCapped: boolean;
      /** Others that it was paired with before, as far as they are active. */
      readonly partners: readonly ComparedPost[];
    }
  | { readonly isActive: false; readonly postId: string; readonly revision: number; readonly end: PostEnd };

export interface SurroundingsReader {
  /** Its kind, where it is active; null: it is not, or was never heard of. */
  kindOf(postId: string): Promise<{ readonly kind: 'lost' | 'found'; readonly revision: number } | null>;
  /** Null: the post was never heard of. All as of one moment. */
  read(postId: string): Promise<Surroundings | null>;
}
