import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import { CountPost } from '../../use-cases/count-post.ts';

@Controller()
export class PostsHandler {
  constructor(private readonly countPost: CountPost) {}

  @OnEvent('post.created')
  async onPostCreated(post: EventMap['post.created'], context: EventContext): Promise<void> {
    await this.countPost.run(post, context);
  }
}
