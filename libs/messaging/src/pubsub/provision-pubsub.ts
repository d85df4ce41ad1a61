import type { PubSub } from '@google-cloud/pubsub';
import type { TopicPlan } from '../topic-plan.ts';
import { openClient, withinTime } from './pubsub-client.ts';
import { pubSubFailure, STATUS, statusOf } from './pubsub-failure.ts';
import { type PubSubBusOptions, type PubSubSettings, pubSubSettings } from './pubsub-options.ts';
import { isDeadLetterTopic, standingSubscriptionOf, subscriptionOf } from './resource-names.ts';
import { subscriptionCommand, Subscriptions } from './subscriptions.ts';

const MINUTE_MS = 60_000;
const RETENTION_MS = { least: 10 * MINUTE_MS, most: 31 * 24 * 60 * MINUTE_MS };

/** What is missing and may not be made by this account, with the commands that make it. */
export class PubSubNotProvisioned extends Error {
  override readonly name = 'PubSubNotProvisioned';
  constructor(readonly commands: readonly string[]) {
    super(
      `Pub/Sub lacks what the bus needs, and this account may not make it (roles/pubsub.editor may). Run:\n${commands.join('\n')}`,
    );
  }
}

/** Holds topics and the subscriptions of their groups ready. Changes nothing that is right, whoever else does it now. */
export async function provisionPubSub(options: PubSubBusOptions, plans: readonly TopicPlan[]): Promise<void> {
  const settings = pubSubSettings(options);
  const client = openClient(settings);
  try {
    const provision = new Provision(client, settings);
    const missing = await Promise.all(plans.map((plan) => provision.topic(plan)));
    if (missing.flat().length > 0) throw new PubSubNotProvisioned(missing.flat());
  } finally {
    await client.close();
  }
}

class Provision {
  private readonly subscriptions: Subscriptions;

  constructor(
    private readonly client: PubSub,
    private readonly settings: PubSubSettings,
  ) {
    this.subscriptions = new Subscriptions(client, settings);
  }

  /** The commands for what could not be made. */
  async topic(plan: TopicPlan): Promise<string[]> {
    const { projectId, readFromStart } = this.settings;
    const days = `${Math.ceil(retentionOf(plan) / (24 * 60 * MINUTE_MS))}d`;
    const command = `gcloud pubsub topics create ${plan.name} --project=${projectId} --message-retention-duration=${days}`;
    const missing = await this.unlessDenied(command, () => this.ensureTopic(plan));
    const names = plan.groups.map((group) => ({ name: subscriptionOf(plan.name, group), ordered: true }));
    if (isDeadLetterTopic(plan.name) && !readFromStart) {
      names.push({ name: standingSubscriptionOf(plan.name), ordered: false });
    }
    const work = names.map(async ({ name, ordered }) => {
      const mending = subscriptionCommand(projectId, plan.name, name);
      if (missing.length > 0) return [mending];
      return this.unlessDenied(mending, () => this.ensureSubscription(plan.name, name, ordered));
    });
    return [...missing, ...(await Promise.all(work)).flat()];
  }

  private async ensureTopic(plan: TopicPlan): Promise<void> {
    const { name } = plan;
    const options = withinTime(this.settings.timings.requestMs);
    // Nobody could go back to what is kept; and Google's emulator gives it to every new subscription.
    const seconds = this.settings.readFromStart ? Math.floor(retentionOf(plan) / 1000) : 0;
    const kept = seconds > 0 ? { messageRetentionDuration: { seconds } } : {};
    const known = await this.retentionSeconds(name);
    if (known === undefined) await this.client.createTopic({ name, ...kept }, options).catch(unlessExists);
    else if (known < seconds) await this.client.topic(name).setMetadata(kept, options);
  }

  /** Undefined when there is no such topic; without end when this account may not look. */
  private async retentionSeconds(name: string): Promise<number | undefined> {
    try {
      const [found] = await this.client.topic(name).getMetadata(withinTime(this.settings.timings.requestMs));
      return Number(found.messageRetentionDuration?.seconds ?? 0);
    } catch (error) {
      if (statusOf(error) === STATUS.notFound) return undefined;
      if (statusOf(error) === STATUS.permissionDenied) return Infinity;
      throw error;
    }
  }

  private async ensureSubscription(topic: string, name: string, ordered: boolean): Promise<void> {
    if ((await this.subscriptions.find(name)) === undefined) await this.subscriptions.create({ topic, name, ordered });
  }

  private async unlessDenied(command: string, work: () => Promise<void>): Promise<string[]> {
    try {
      await work();
      return [];
    } catch (error) {
      const status = statusOf(error) ?? (error instanceof Error ? statusOf(error.cause) : undefined);
      if (status === STATUS.permissionDenied) return [command];
      throw pubSubFailure(error, 'making topics and subscriptions', '');
    }
  }
}

function retentionOf({ retentionMs }: TopicPlan): number {
  return Math.min(Math.max(retentionMs, RETENTION_MS.least), RETENTION_MS.most);
}

function unlessExists(error: unknown): void {
  if (statusOf(error) !== STATUS.alreadyExists) throw error;
}
