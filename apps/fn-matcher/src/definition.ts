import type { ServiceDefinition } from '@foundnow/service';
import { CreateMatcher1763625600000 } from '../migrations/1763625600000-create-matcher.ts';
import { policies } from './policies.ts';

export const matcherDefinition: ServiceDefinition = {
  name: 'fn-matcher',
  about: 'Pairs lost with found items, has ownership proven, and brings the item home.',
  schema: 'matcher',
  policies,
  migrations: [CreateMatcher1763625600000],
};
