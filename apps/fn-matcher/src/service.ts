import { defineService } from '@foundnow/service';
import { CreateMatcher1763625600000 } from '../migrations/1763625600000-create-matcher.ts';
import { MatchPosts1763800000000 } from '../migrations/1763800000000-match-posts.ts';
import { ClaimItems1763820000000 } from '../migrations/1763820000000-claim-items.ts';
import { composeMatcher, matcherCommands } from './app.module.ts';
import { matcherSecrets, parseMatcherConfig } from './config.ts';
import { policies } from './policies.ts';

/** fn-matcher as a whole, for its own process, for the stack and for `fn`. */
export const fnMatcher = defineService({
  name: 'fn-matcher',
  about: 'Pairs lost with found items, has ownership proven, and brings the item home.',
  schema: 'matcher',
  workerScopes: ['scorer', 'decider', 'keeper', 'eraser'],
  policies,
  migrations: [CreateMatcher1763625600000, MatchPosts1763800000000, ClaimItems1763820000000],
  parse: parseMatcherConfig,
  compose: composeMatcher,
  commands: matcherCommands,
  secrets: matcherSecrets,
});
