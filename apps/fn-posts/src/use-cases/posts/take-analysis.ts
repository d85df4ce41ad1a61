import type { Clock } from '@foundnow/kernel';
import type { PhotoForm } from '../../domain/photo/photo.ts';
import type { Analysis, Proposed } from '../../domain/post/analysis.ts';
import type { Delivery, PostUpkeep } from './post-upkeep.port.ts';
import { screenReport } from './screen-report.ts';
import type { TextScreen } from './text-screen.port.ts';

/** A word that is less sure than this is no help to the author. */
const SURE_ENOUGH = 0.5;
const MOST_WORDS = 10;

/** What fn-media-ai read from the photos of a post. */
export interface ReadPhotos extends Omit<Analysis, 'proposed'> {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly category: string | undefined;
  readonly tags: readonly { readonly name: string; readonly confidence: number }[];
  /** The version of the post that was read. */
  readonly postVersion: number;
  /** By photo that was read or tried: the forms of it that everybody may see. */
  readonly redacted: ReadonlyMap<string, readonly PhotoForm[]>;
}

/** The photos of a post were read. */
export class TakeAnalysis {
  constructor(
    private readonly posts: PostUpkeep,
    private readonly screen: TextScreen,
    private readonly clock: Clock,
  ) {}

  async run(postId: string, read: ReadPhotos, delivery: Delivery): Promise<void> {
    const { analysisId, version, postVersion, photosVersion, level } = read;
    // What stands in a photo may be a phone number.
    const { clean: proposed } = screenReport(proposedBy(read), this.screen);
    const analysis = { analysisId, version, photosVersion, level, proposed };
    const now = this.clock.now();
    await this.posts.react(delivery, [postId], (post) => [
      ...post.changePhotos({ type: 'show', version, postVersion, redacted: shownBy(read) }, null, now),
      ...post.takeAnalysis(analysis, now),
    ]);
  }
}

function proposedBy({ title, description, category, tags }: ReadPhotos): Partial<Proposed> {
  const words = tags
    .filter(({ confidence }) => confidence >= SURE_ENOUGH)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_WORDS)
    .map(({ name }) => name);
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(category !== undefined && { category }),
    ...(words.length > 0 && { tags: words }),
  };
}

/** Only what lies where everybody may read: an address of anything else is never handed out. */
function shownBy({ redacted }: ReadPhotos): ReadPhotos['redacted'] {
  return new Map(
    [...redacted].map(([id, forms]) => [id, forms.filter(({ objectKey }) => objectKey.startsWith('public/'))]),
  );
}
