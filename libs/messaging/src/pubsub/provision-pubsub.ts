import { DomainError } from '@foundnow/kernel';
import type { TopicPlan } from '../topic-plan.ts';
import { closeClient, openClient } from './pubsub-client.ts';
import { STATUS, statusOf } from './grpc-status.ts';
import type { PubSubBusOptions } from './pubsub-options.ts';
import { type PubSubSettings, pubSubSettings } from './pubsub-settings.ts';
import { isDeadLetterTopic, standingSubscriptionOf, subscriptionOf } from './resource-names.ts';
import { subscriptionCommand, Subscriptions } from './subscriptions.ts';
import { topicCommand, Topics } from './topics.ts';

export interface PubSubProvision {
  /** Topics and subscriptions that were made, or would be. */
  readonly created: readonly string[];
  /** Topics that keep messages longer now. */
  readonly altered: readonly string[];
  /** What this account may not look at, or what needs a person. */
  readonly warnings: readonly string[];
}

/**
 * Holds topics and the subscriptions of their groups ready. Leaves alone what is right, whoever else does it now. A dry
 * run changes nothing, and says what another would.
 */
export async function provisionPubSub(
  options: PubSubBusOptions,
  plans: readonly TopicPlan[],
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<PubSubProvision> {
  const settings = pubSubSettings(options);
  const client = openClient(settings);
  const tools = { topics: new Topics(client, settings), subscriptions: new Subscriptions(client, settings) };
  const provisioning = new Provisioning(settings, tools, dryRun);
  try {
    return await provisioning.run(plans);
  } finally {
    await closeClient(client);
  }
}

class Provisioning {
  private readonly created: string[] = [];
  private readonly altered: string[] = [];
  private readonly warnings: string[] = [];
  private readonly commands: string[] = [];

  constructor(
    private readonly settings: PubSubSettings,
    private readonly tools: { readonly topics: Topics; readonly subscriptions: Subscriptions },
    private readonly dryRun: boolean,
  ) {}

  async run(plans: readonly TopicPlan[]): Promise<PubSubProvision> {
    await Promise.all(plans.map((plan) => this.hold(plan)));
    if (this.commands.length > 0) throw notProvisioned(this.commands);
    return { created: this.created, altered: this.altered, warnings: this.warnings };
  }

  private async hold(plan: TopicPlan): Promise<void> {
    const { projectId, readFromStart } = this.settings;
    const isThere = await this.unlessDenied(topicCommand(projectId, plan), async () => {
      const outcome = await this.tools.topics.ensure(plan, this.dryRun);
      if (outcome === 'created') this.created.push(plan.name);
      if (outcome === 'altered') this.altered.push(plan.name);
      if (outcome === 'hidden') this.warnings.push(`This account may not look at the topic ${plan.name}`);
    });
    const groups = plan.groups.map((group) => ({ name: subscriptionOf(plan.name, group), ordered: true }));
    const standing = isDeadLetterTopic(plan.name) && !readFromStart;
    const names = [...groups, ...(standing ? [{ name: standingSubscriptionOf(plan.name), ordered: false }] : [])];
    const work = names.map(async ({ name, ordered }) => {
      const command = subscriptionCommand(projectId, plan.name, name);
      if (isThere) await this.unlessDenied(command, () => this.subscription(plan.name, name, ordered));
      else this.commands.push(command);
    });
    await Promise.all(work);
  }

  private async subscription(topic: string, name: string, ordered: boolean): Promise<void> {
    const found = await this.tools.subscriptions.find(name);
    if (found === 'hidden') this.warnings.push(`This account may not look at the subscription ${name}`);
    else if (found === undefined) {
      // A group that joins late still begins at the beginning, when it first subscribes.
      const unplaced = this.settings.readFromStart;
      const make = () => this.tools.subscriptions.create({ topic, name, ordered, unplaced });
      if (this.dryRun || (await make())) this.created.push(name);
    } else if (found.ordered !== ordered) {
      this.warnings.push(`The subscription ${name} keeps no order. Delete it when its group has read all`);
    }
  }

  private async unlessDenied(command: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Error) || statusOf(error.cause) !== STATUS.permissionDenied) throw error;
      this.commands.push(command);
      return false;
    }
  }
}

/** What is missing and may not be made by this account, with the commands that make it. */
function notProvisioned(commands: readonly string[]): DomainError {
  const what = 'Pub/Sub lacks what the bus needs, and this account may not make it (roles/pubsub.editor may). Run:';
  return new DomainError('bus.not_provisioned', 'dependency', [what, ...commands].join('\n'));
}
