import { type Environment, parseEnv } from '@foundnow/config';
import { type ServiceEnv, serviceEnv } from '@foundnow/service';

/** Nothing beside what every service reads, yet. */
export const notificationsEnv = serviceEnv;

export function parseNotificationsConfig(env: Environment): ServiceEnv {
  return parseEnv(notificationsEnv, { PORT: '4004', ...env });
}
