import { Doorbell } from '../embedded/doorbell.ts';
import type { MessageHandler, Subscription } from '../message-bus.port.ts';
import { explained, typeOf } from './kafka-failure.ts';
import { Membership } from './membership.ts';
import type { TakerTools } from './partition-taker.ts';
import { PartitionWorkers } from './partition-workers.ts';
import type { SubscriptionPlan } from './subscription-plan.ts';

const RETRY_MS = 500;
/** The group is being shared out anew: what could not be said now is said after it, or was another's to say. */
const SHARED_ANEW = /^(REBALANCE_IN_PROGRESS|ILLEGAL_GENERATION|UNKNOWN_MEMBER_ID|NOT_COORDINATOR_FOR_GROUP)$/;

/** One member of one group: commits, and joins again with a new client when its consumer ends. */
export class KafkaSubscription implements Subscription {
  readonly done: Promise<void>;
  private readonly firstShare = Promise.withResolvers<void>();
  private readonly bells = { commit: new Doorbell(), rest: new Doorbell() };
  private readonly workers: PartitionWorkers;
  private committing: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly tools: TakerTools,
    private readonly plan: SubscriptionPlan,
    handler: MessageHandler,
  ) {
    const { bufferMessages: messages, bufferBytes: bytes } = tools.settings;
    this.workers = new PartitionWorkers(handler, { messages, bytes });
    this.done = this.run().finally(this.firstShare.resolve);
  }

  /** Settles when the first share was taken, or could not be had yet. */
  get begun(): Promise<void> {
    return this.firstShare.promise;
  }

  stop(): Promise<void> {
    this.stopping = true;
    for (const bell of Object.values(this.bells)) bell.ring();
    return this.done;
  }

  private async run(): Promise<void> {
    if (await this.isComplete()) return;
    const membership = new Membership(this.tools, this.plan, this.workers);
    void membership.begun.then(this.firstShare.resolve);
    const lives = this.liveOn(membership);
    while (!this.stopping) {
      await this.bells.commit.wait(this.tools.settings.timings.commitMs);
      if (this.stopping) break;
      // Not waited for: while no broker answers, a stop must be heard.
      this.committing ??= this.commit(membership).finally(() => (this.committing = undefined));
    }
    await membership.stop();
    await lives;
  }

  private async liveOn(membership: Membership): Promise<void> {
    while (!this.stopping) {
      const reason = await membership.live();
      if (this.stopping) return;
      this.firstShare.resolve();
      this.complain(reason);
      await this.bells.rest.wait(RETRY_MS);
    }
  }

  private async commit(membership: Membership): Promise<void> {
    try {
      await membership.commit();
    } catch (error) {
      if (!SHARED_ANEW.test(typeOf(error) ?? '')) this.tools.settings.onProblem('commit', error);
      return;
    }
    if (this.workers.all.every((worker) => worker.atEnd) && (await this.isComplete())) void this.stop();
  }

  private async isComplete(): Promise<boolean> {
    return this.plan.bounded && (await this.plan.isComplete().catch(() => false));
  }

  private complain(reason: unknown): void {
    const { settings } = this.tools;
    const { topics, groupId: group } = this.plan;
    const attempt = { connection: settings.connection, topics, group, wants: 'Read' } as const;
    settings.onProblem('group-session', explained(reason, attempt));
  }
}
