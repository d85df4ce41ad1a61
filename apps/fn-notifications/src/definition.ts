import type { ServiceDefinition } from '@foundnow/service';
import { CreateNotifications1763625600000 } from '../migrations/1763625600000-create-notifications.ts';
import { policies } from './policies.ts';

export const notificationsDefinition: ServiceDefinition = {
  name: 'fn-notifications',
  about: 'Tells the right person, once, at the right time.',
  schema: 'notifications',
  policies,
  migrations: [CreateNotifications1763625600000],
};
