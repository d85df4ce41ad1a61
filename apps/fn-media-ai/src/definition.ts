import type { ServiceDefinition } from '@foundnow/service';
import { CreateMediaAi1763625600000 } from '../migrations/1763625600000-create-media-ai.ts';
import { policies } from './policies.ts';

export const mediaAiDefinition: ServiceDefinition = {
  name: 'fn-media-ai',
  about: 'Reads the photos of posts: what they show, what must be hidden, what can be compared.',
  schema: 'media_ai',
  policies,
  migrations: [CreateMediaAi1763625600000],
};
