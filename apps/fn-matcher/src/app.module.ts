import type { Composition, ServiceKit } from '@foundnow/service';
import { composeClaims } from './claims.module.ts';
import type { MatcherConfig } from './config.ts';
import { openKnowledge } from './knowledge.module.ts';
import { composeMatching, openSecrets } from './matching.module.ts';
import { composePrivacy } from './privacy.module.ts';
import { matchLabels } from './inbound/cli/match-labels.ts';
import { replayModel } from './inbound/cli/replay-model.ts';
import { composeReplay } from './replay.module.ts';
import { composeStats } from './stats.module.ts';

type Feature = Omit<Composition, 'useCases'>;

/** The composition root: what fn-matcher can do, and which adapters it does it with. */
export async function composeMatcher(config: MatcherConfig, kit: ServiceKit) {
  const secrets = await openSecrets(config, kit);
  const knowledge = openKnowledge(config);
  const matching = composeMatching(config, kit, knowledge, secrets);
  const claims = composeClaims(config, kit, secrets.opener, knowledge);
  const privacy = composePrivacy(kit, claims.records, () => {
    matching.wake();
    claims.matchesEnded();
  });
  const stats = composeStats(kit);
  const features: readonly Feature[] = [matching, claims, privacy, stats];
  return {
    useCases: { ...claims.useCases, ...stats.useCases, replayModel: composeReplay(config, kit, knowledge) },
    controllers: features.flatMap(({ controllers }) => controllers),
    providers: features.flatMap(({ providers }) => providers),
    workers: Object.fromEntries([secrets, ...features].flatMap(({ workers = {} }) => Object.entries(workers))),
    beforeServing: async () => {
      for (const { beforeServing } of features) await beforeServing?.();
    },
  } satisfies Composition;
}

/** `fn matcher …` */
export const matcherCommands = [matchLabels, replayModel];
