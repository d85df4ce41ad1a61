import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import { TakeInPost } from '../../use-cases/take-in-post.ts';

@Controller()
export class PostsHandler {
  constructor(private readonly takeInPost: TakeInPost) {}

  @OnEvent('post.created')
  async onPostCreated(post: EventMap['post.created'], context: EventContext): Promise<void> {
    const { postId, aggregateVersion: version, kind } = post;
    await this.takeInPost.run({ postId, version, kind }, context);
  }
}
