import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import { ForgetPost } from '../../use-cases/posts/forget-post.ts';
import { KeepPost } from '../../use-cases/posts/keep-post.ts';
import { keptPost } from './kept-post.ts';

/** Each writes rows and is done: reading photos is work of its own. */
@Controller()
export class PostsHandler {
  constructor(
    private readonly keepPost: KeepPost,
    private readonly forgetPost: ForgetPost,
  ) {}

  @OnEvent('post.created')
  async onCreated(post: EventMap['post.created'], context: EventContext): Promise<void> {
    await this.keepPost.run(keptPost(post), context);
  }

  @OnEvent('post.updated')
  async onUpdated(post: EventMap['post.updated'], context: EventContext): Promise<void> {
    await this.keepPost.run(keptPost(post), context);
  }

  @OnEvent('post.photo_added')
  async onPhotoAdded(post: EventMap['post.photo_added'], context: EventContext): Promise<void> {
    await this.keepPost.run(keptPost(post), context);
  }

  @OnEvent('post.photo_removed')
  async onPhotoRemoved(post: EventMap['post.photo_removed'], context: EventContext): Promise<void> {
    await this.keepPost.run(keptPost(post), context);
  }

  @OnEvent('post.snapshot')
  async onSnapshot(post: EventMap['post.snapshot'], context: EventContext): Promise<void> {
    await this.keepPost.run(keptPost(post), context);
  }

  @OnEvent('post.deleted')
  async onDeleted(post: EventMap['post.deleted'], context: EventContext): Promise<void> {
    await this.forgetPost.run({ postId: post.postId, version: post.aggregateVersion }, context);
  }
}
