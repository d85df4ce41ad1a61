import { defineService } from '@foundnow/service';
import { CreateNotifications1763625600000 } from '../migrations/1763625600000-create-notifications.ts';
import { composeNotifications } from './app.module.ts';
import { parseNotificationsConfig } from './config.ts';
import { policies } from './policies.ts';

/** fn-notifications as a whole, for its own process, for the stack and for `fn`. */
export const fnNotifications = defineService({
  name: 'fn-notifications',
  about: 'Tells the right person, once, at the right time.',
  schema: 'notifications',
  policies,
  migrations: [CreateNotifications1763625600000],
  parse: parseNotificationsConfig,
  compose: composeNotifications,
});
