import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import { ForgetPost } from '../../use-cases/posts/forget-post.ts';
import { TakeInPost } from '../../use-cases/posts/take-in-post.ts';
import { photosOf, toldPost } from './told-post.ts';

/** Each writes rows and is done: looking for matches is work of its own. */
@Controller()
export class PostsHandler {
  constructor(
    private readonly takeInPost: TakeInPost,
    private readonly forgetPost: ForgetPost,
  ) {}

  @OnEvent('post.created')
  async onCreated(post: EventMap['post.created'], context: EventContext): Promise<void> {
    await this.takeInPost.run(toldPost(post), context);
  }

  @OnEvent('post.updated')
  async onUpdated(post: EventMap['post.updated'], context: EventContext): Promise<void> {
    await this.takeInPost.run(toldPost(post), context);
  }

  @OnEvent('post.snapshot')
  async onSnapshot(post: EventMap['post.snapshot'], context: EventContext): Promise<void> {
    await this.takeInPost.run(toldPost(post), context);
  }

  @OnEvent('post.reactivated')
  async onReactivated(post: EventMap['post.reactivated'], context: EventContext): Promise<void> {
    await this.takeInPost.run(toldPost(post), context);
  }

  @OnEvent('post.photo_added')
  async onPhotoAdded(post: EventMap['post.photo_added'], context: EventContext): Promise<void> {
    await this.takeInPost.run({ ...idOf(post), photos: photosOf(post) }, context);
  }

  @OnEvent('post.photo_removed')
  async onPhotoRemoved(post: EventMap['post.photo_removed'], context: EventContext): Promise<void> {
    await this.takeInPost.run({ ...idOf(post), photos: photosOf(post) }, context);
  }

  @OnEvent('post.resolved')
  async onResolved(post: EventMap['post.resolved'], context: EventContext): Promise<void> {
    await this.takeInPost.run({ ...idOf(post), status: 'resolved' }, context);
  }

  /** It is looked for until it has expired. */
  @OnEvent('post.expiring')
  async onExpiring(): Promise<void> {}

  @OnEvent('post.expired')
  async onExpired(post: EventMap['post.expired'], context: EventContext): Promise<void> {
    await this.takeInPost.run({ ...idOf(post), status: 'expired' }, context);
  }

  @OnEvent('post.deleted')
  async onDeleted({ postId, reason }: EventMap['post.deleted'], context: EventContext): Promise<void> {
    await this.forgetPost.run({ postId, reason: reason === 'erasure' ? 'person_erased' : 'post_deleted' }, context);
  }
}

function idOf({ postId, aggregateVersion: version }: { readonly postId: string; readonly aggregateVersion: number }) {
  return { postId, version };
}
