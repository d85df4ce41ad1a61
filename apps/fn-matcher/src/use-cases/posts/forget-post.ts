import type { Clock } from '@foundnow/kernel';
import type { Delivery, PostGone, PostIntake } from './post-intake.port.ts';

/** A post was deleted: nothing stays of it but that it is gone, and its open matches lapse. */
export class ForgetPost {
  constructor(
    private readonly posts: PostIntake,
    private readonly clock: Clock,
    private readonly wake: () => void,
  ) {}

  async run(gone: PostGone, delivery: Delivery): Promise<void> {
    await this.posts.remove(gone, delivery, this.clock.now());
    this.wake();
  }
}
