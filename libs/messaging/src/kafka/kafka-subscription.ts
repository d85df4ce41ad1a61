import { Doorbell } from '../embedded/doorbell.ts';
import type { MessageHandler, Subscription } from '../message-bus.port.ts';
import { explained, typeOf } from './kafka-failure.ts';
import { Membership, type MembershipTools } from './membership.ts';
import type { SubscriptionPlan } from './subscription-plan.ts';

const RETRY_MS = 500;
/** The group is being shared out anew: what could not be said now is said after it, or was another's to say. */
const SHARED_ANEW = /^(REBALANCE_IN_PROGRESS|ILLEGAL_GENERATION|UNKNOWN_MEMBER_ID|NOT_COORDINATOR_FOR_GROUP)$/;

/** One member of one group: joins, commits, and joins again with a new client when its consumer ends. */
export class KafkaSubscription implements Subscription {
  readonly done: Promise<void>;
  /** Settles when the first share was taken, or could not be had yet. */
  readonly begun: Promise<void>;
  private readonly firstShare = Promise.withResolvers<void>();
  private readonly bell = new Doorbell();
  private stopping = false;

  constructor(
    private readonly tools: MembershipTools,
    private readonly plan: SubscriptionPlan,
    private readonly handler: MessageHandler,
  ) {
    this.begun = this.firstShare.promise;
    this.done = this.run();
  }

  stop(): Promise<void> {
    this.stopping = true;
    this.bell.ring();
    return this.done;
  }

  private async run(): Promise<void> {
    while (!this.stopping && !(await this.isComplete())) {
      const membership = new Membership(this.tools, this.plan, this.handler);
      const reason = await this.serve(membership);
      if (reason === undefined) break;
      this.firstShare.resolve();
      this.complain(reason);
      if (!this.stopping) await this.bell.wait(RETRY_MS);
    }
    this.firstShare.resolve();
  }

  /** Until it is stopped, or until the consumer has ended: then with the reason. */
  private async serve(membership: Membership): Promise<unknown> {
    let ended: { readonly reason: unknown } | undefined;
    void membership.ended.then((reason) => {
      ended = { reason };
      this.bell.ring();
    });
    membership.start();
    void membership.begun.then(this.firstShare.resolve);
    while (!this.stopping && !ended) {
      await this.bell.wait(this.tools.settings.timings.commitMs);
      if (!ended && !this.stopping) await this.commit(membership);
    }
    if (!ended) return membership.stop();
    await membership.drop(ended.reason);
    return ended.reason;
  }

  private async commit(membership: Membership): Promise<void> {
    try {
      await membership.commit();
    } catch (error) {
      if (!SHARED_ANEW.test(typeOf(error) ?? '')) this.tools.settings.onProblem('commit', error);
      return;
    }
    if (this.plan.bounded && membership.atEnd && (await this.isComplete())) this.stopping = true;
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
