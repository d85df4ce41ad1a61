import type { PubSub } from '@google-cloud/pubsub';
import type { TopicPlan } from '../topic-plan.ts';
import { withinTime } from './pubsub-client.ts';
import { pubSubFailure } from './pubsub-failure.ts';
import { STATUS, statusOf } from './grpc-status.ts';
import type { PubSubSettings } from './pubsub-settings.ts';

const DAY_SECONDS = 86_400;
const RETENTION_SECONDS = { least: 600, most: 31 * DAY_SECONDS };

/** Makes topics, and keeps their messages for as long as the plan says. */
export class Topics {
  constructor(
    private readonly client: PubSub,
    private readonly settings: PubSubSettings,
  ) {}

  /** `hidden`: the account may publish, and not look at settings. Undisturbed by others that make it at the same time. */
  async ensure(plan: TopicPlan, dryRun: boolean): Promise<'created' | 'altered' | 'right' | 'hidden'> {
    const { name } = plan;
    // Nobody could go back to what is kept; and Google's emulator gives it to every new subscription.
    const seconds = this.settings.readFromStart ? retentionSeconds(plan) : 0;
    const kept = seconds > 0 ? { messageRetentionDuration: { seconds } } : {};
    try {
      const known = await this.knownSeconds(name);
      if (known === 'hidden') return 'hidden';
      if (known === undefined) return dryRun || (await this.create({ name, ...kept })) ? 'created' : 'right';
      if (known >= seconds) return 'right';
      if (!dryRun) await this.client.topic(name).setMetadata(kept, this.options);
      return 'altered';
    } catch (error) {
      throw pubSubFailure(error, `making the topic ${name}`, 'It needs roles/pubsub.editor');
    }
  }

  private async create(topic: { name: string; messageRetentionDuration?: { seconds: number } }): Promise<boolean> {
    try {
      await this.client.createTopic(topic, this.options);
      return true;
    } catch (error) {
      if (statusOf(error) === STATUS.alreadyExists) return false;
      throw error;
    }
  }

  private async knownSeconds(name: string): Promise<number | 'hidden' | undefined> {
    try {
      const [found] = await this.client.topic(name).getMetadata(this.options);
      return Number(found.messageRetentionDuration?.seconds ?? 0);
    } catch (error) {
      if (statusOf(error) === STATUS.notFound) return undefined;
      if (statusOf(error) === STATUS.permissionDenied) return 'hidden';
      throw error;
    }
  }

  private get options() {
    return withinTime(this.settings.timings.requestMs);
  }
}

/** For people whose services may not make it themselves. */
export function topicCommand(projectId: string, plan: TopicPlan): string {
  const days = Math.ceil(retentionSeconds(plan) / DAY_SECONDS);
  return `gcloud pubsub topics create ${plan.name} --project=${projectId} --message-retention-duration=${days}d`;
}

function retentionSeconds({ retentionMs }: TopicPlan): number {
  const seconds = Math.floor(retentionMs / 1000);
  return Math.min(Math.max(seconds, RETENTION_SECONDS.least), RETENTION_SECONDS.most);
}
