import type { MessageHandler, Subscription } from '../message-bus.port.ts';
import { Doorbell } from './doorbell.ts';
import { Fetcher } from './fetcher.ts';
import { Gather } from './gather.ts';
import type { GroupSession } from './group-session.ts';
import type { LogSlices } from './log-slices.ts';
import { Membership } from './membership.ts';
import type { EmbeddedBusSettings } from './settings.ts';
import type { SubscriptionPlan, SubscriptionPlanner } from './subscription-plan.ts';
import type { WakeUps } from './wake-ups.ts';

const RETRY_MS = 500;
const GATHER_MS = 4;

export interface SubscriptionTools {
  readonly settings: EmbeddedBusSettings;
  readonly wakeUps: WakeUps;
  readonly slices: LogSlices;
  readonly planner: SubscriptionPlanner;
  join(plan: SubscriptionPlan): Promise<GroupSession>;
}

/** One member of one group: joins, shares, fetches, commits, and joins again when its connection breaks. */
export class EmbeddedSubscription implements Subscription {
  readonly done: Promise<void>;
  /** Settles when the first share was taken, or could not be had yet. */
  readonly begun: Promise<void>;
  private readonly bells = { fetch: new Doorbell(), balance: new Doorbell(), commit: new Doorbell() };
  private readonly news = new Gather(GATHER_MS, () => this.bells.fetch.ring());
  private readonly groupName: string;
  private readonly firstShare = Promise.withResolvers<void>();
  private stopping = false;
  private membership: Membership | undefined;

  constructor(
    private readonly tools: SubscriptionTools,
    private readonly plan: SubscriptionPlan,
    private readonly handler: MessageHandler,
  ) {
    this.groupName = `group:${plan.id.group}/${plan.id.generation}`;
    this.begun = this.firstShare.promise;
    this.done = this.run();
  }

  stop(): Promise<void> {
    this.stopping = true;
    this.ringAll();
    return this.done;
  }

  /** Partitions with news, or groups whose members changed. */
  wakeUp(names: ReadonlySet<string>): void {
    if (names.has(this.groupName)) this.bells.balance.ring();
    const workers = [...(this.membership?.workers.values() ?? [])];
    const stirred = workers.filter(({ claim }) => names.has(`${claim.topic.name}/${claim.partition}`));
    for (const worker of stirred) worker.stir();
    if (stirred.length > 0) this.news.call();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.serve(await this.tools.join(this.plan));
      } catch (error) {
        this.firstShare.resolve();
        this.tools.settings.onProblem('group-session', error);
        if (!this.stopping) await this.bells.balance.wait(RETRY_MS);
      }
    }
    this.firstShare.resolve();
  }

  private async serve(session: GroupSession): Promise<void> {
    const { settings, wakeUps, slices } = this.tools;
    const changed = () => wakeUps.ring([this.groupName]);
    const events = {
      changed,
      hungry: () => this.bells.fetch.ring(),
      failed: (error: unknown) => settings.onProblem('commit', error),
    };
    const membership = new Membership(session, this.plan, this.handler, events, settings.stopGraceMs);
    this.membership = membership;
    session.lost.addEventListener('abort', () => this.ringAll());
    changed();
    const fetcher = new Fetcher(slices, settings);
    const loops = await Promise.allSettled([
      this.loop(session, this.bells.balance, settings.rebalanceMs, () => this.balance(membership)),
      this.loop(session, this.bells.commit, settings.commitMs, () => this.commit(membership)),
      this.loop(session, this.bells.fetch, settings.pollMs, () => this.fetch(fetcher, membership)),
    ]);
    const failed = loops.find((loop) => loop.status === 'rejected');
    if (!failed) return membership.stop();
    await membership.drop(failed.reason);
    throw failed.reason;
  }

  private async loop(session: GroupSession, bell: Doorbell, everyMs: number, step: () => Promise<void>): Promise<void> {
    try {
      while (!this.stopping) {
        session.lost.throwIfAborted();
        await step();
        if (!this.stopping) await bell.wait(everyMs);
      }
    } catch (error) {
      session.fail(error);
      throw error;
    }
  }

  private async balance(membership: Membership): Promise<void> {
    await membership.balance();
    this.firstShare.resolve();
  }

  private async commit(membership: Membership): Promise<void> {
    await membership.commit();
    const workers = [...membership.workers.values()];
    if (!this.plan.bounded || !workers.every((worker) => worker.atEnd)) return;
    if (!(await this.tools.planner.isComplete(this.plan))) return;
    this.stopping = true;
    this.ringAll();
  }

  private async fetch(fetcher: Fetcher, membership: Membership): Promise<void> {
    try {
      await fetcher.round([...membership.workers.values()]);
    } catch (error) {
      this.tools.settings.onProblem('fetch', error);
      await this.bells.fetch.wait(RETRY_MS);
    }
  }

  private ringAll(): void {
    for (const bell of Object.values(this.bells)) bell.ring();
  }
}
