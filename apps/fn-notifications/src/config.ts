import { type Environment, parseEnv } from '@foundnow/config';
import { type ServiceEnv, serviceEnv } from '@foundnow/service';

export function parseNotificationsConfig(env: Environment): ServiceEnv {
  return parseEnv(serviceEnv, { PORT: '4004', ...env });
}
