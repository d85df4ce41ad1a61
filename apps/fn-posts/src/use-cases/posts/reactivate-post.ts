import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { DEFAULT_HOUSE_RULES } from '../../domain/post/house-rules.ts';
import { closenessOf, type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { ReadHouseRules } from '../organizations/read-house-rules.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { PostStore } from './post-store.port.ts';

/** The author or the desk opens a closed post again, for as long as a new one would live. */
export class ReactivatePost {
  constructor(
    private readonly posts: PostStore,
    private readonly houseRules: ReadHouseRules,
    private readonly clock: Clock,
  ) {}

  async run(id: string, by: Actor, expected: ExpectedVersion): Promise<PostView> {
    const house = await this.houseRules.run(by.orgId);
    const { state } = await this.posts.update(id, by, expected, (post) => {
      // Of an organization's post only those who act for it get this far.
      return post.reactivate(post.state.orgId === null ? DEFAULT_HOUSE_RULES : house, by, this.clock.now());
    });
    return viewOf(state, closenessOf(state, by));
  }
}
