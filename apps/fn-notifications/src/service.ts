import type { Environment } from '@foundnow/config';
import { type RunningService, startService } from '@foundnow/service';
import { AppModule } from './app.module.ts';
import { parseNotificationsConfig } from './config.ts';
import { notificationsDefinition } from './definition.ts';

/** fn-notifications as a whole, for its own process and for the stack. */
export const fnNotifications = {
  ...notificationsDefinition,
  start(env: Environment): Promise<RunningService> {
    const config = parseNotificationsConfig(env);
    return startService(notificationsDefinition, config, (kit) => AppModule.with(config, kit));
  },
};
