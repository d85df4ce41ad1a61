import { DomainError } from '@foundnow/kernel';
import type { TopicPlan } from '@foundnow/messaging';
import { examined } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';
import { busSettings } from './bus-settings.ts';

export interface BusProvision {
  /** Topics that were made, or would be. */
  readonly made: readonly string[];
  /** Topics whose settings were brought back to the plan, or would be. */
  readonly mended: readonly string[];
  /** What differs from the plan and needs a person. */
  readonly warnings: readonly string[];
}

const NOTHING: BusProvision = { made: [], mended: [], warnings: [] };

/** Holds ready on the broker what the plans say. The embedded bus makes its topics when they are first used. */
export async function provisionBus(
  env: BusEnv,
  plans: readonly TopicPlan[],
  options: { readonly dryRun?: boolean } = {},
): Promise<BusProvision> {
  const settings = examined((findings) => busSettings(env, findings));
  switch (settings.bus) {
    case 'embedded':
      return NOTHING;
    case 'kafka': {
      const { provisionKafkaTopics } = await import('@foundnow/messaging/kafka');
      const { created, altered, warnings } = await provisionKafkaTopics(settings.connection, plans, options);
      return { made: created, mended: altered.map(({ topic }) => topic), warnings };
    }
    case 'pubsub': {
      const { bus: _, ...server } = settings;
      const { provisionPubSub } = await import('@foundnow/messaging/pubsub');
      const { created, altered, warnings } = await provisionPubSub(server, plans, options);
      return { made: created, mended: altered, warnings };
    }
  }
}

/** Where this client may not make topics. */
const NOT_OURS: readonly string[] = ['bus.denied', 'bus.not_provisioned'];

/** For a service that may not make topics: somebody else can. */
export function tellWhoProvisions(error: unknown): never {
  if (!(error instanceof DomainError && NOT_OURS.includes(error.code))) throw error;
  const help = 'Whoever may make topics makes all of them with: npm run fn -- bus provision';
  throw new DomainError('bus.not_provisioned', 'dependency', `${error.detail}\n${help}`, { cause: error });
}
