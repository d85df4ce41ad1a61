import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { closenessOf, type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { TakenSuggestion } from '../../domain/post/analysis.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { Change, PostStore } from './post-store.port.ts';

/** The author or the desk takes what the photos suggest, or undoes it. */
export class DecideSuggestion {
  constructor(
    private readonly posts: PostStore,
    private readonly clock: Clock,
  ) {}

  async accept(id: string, taken: TakenSuggestion, by: Actor, expected: ExpectedVersion): Promise<PostView> {
    return this.decide(id, by, expected, (post) => post.acceptSuggestion(taken, by, this.clock.now()));
  }

  async undo(id: string, by: Actor, expected: ExpectedVersion): Promise<PostView> {
    return this.decide(id, by, expected, (post) => post.undoSuggestion(by, this.clock.now()));
  }

  private async decide(id: string, by: Actor, expected: ExpectedVersion, change: Change): Promise<PostView> {
    const { state } = await this.posts.update(id, by, expected, change);
    return viewOf(state, closenessOf(state, by));
  }
}
