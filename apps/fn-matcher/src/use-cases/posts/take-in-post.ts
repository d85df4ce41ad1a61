import type { Clock } from '@foundnow/kernel';
import type { PostHead, SaidOfPost } from '../../domain/post/known-post.ts';
import type { Delivery, PostIntake, PostNews } from './post-intake.port.ts';
import type { HashedIdentifier, SecretReader } from './secret-reader.port.ts';

/** As an event says it: what is sealed is still closed. */
export interface ToldPost extends Omit<PostNews, 'said'> {
  readonly said?: Omit<SaidOfPost, 'identifiers'> &
    PostHead & { readonly identifiers: readonly HashedIdentifier[]; readonly sealedIdentifiers: string | null };
}

/** What a post says is taken in once, however often it is told, and makes work for the scorer. */
export class TakeInPost {
  constructor(
    private readonly posts: PostIntake,
    private readonly secrets: SecretReader,
    private readonly clock: Clock,
    private readonly wake: () => void,
  ) {}

  async run({ said, ...news }: ToldPost, delivery: Delivery): Promise<void> {
    await this.posts.take(
      { ...news, ...(said && { said: await this.opened(news.postId, said) }) },
      delivery,
      this.clock.now(),
    );
    this.wake();
  }

  private async opened(postId: string, { sealedIdentifiers, identifiers, ...said }: NonNullable<ToldPost['said']>) {
    return { ...said, identifiers: await this.secrets.identifiersOf(postId, identifiers, sealedIdentifiers) };
  }
}
