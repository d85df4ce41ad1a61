import { defineService } from '@foundnow/service';
import { AppModule } from './app.module.ts';
import { parseNotificationsConfig } from './config.ts';
import { notificationsDefinition } from './definition.ts';

/** fn-notifications as a whole, for its own process, for the stack and for `fn`. */
export const fnNotifications = defineService(notificationsDefinition, {
  parse: parseNotificationsConfig,
  module: (config, kit) => AppModule.with(config, kit),
});
