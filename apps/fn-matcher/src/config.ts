import { type Environment, parseEnv } from '@foundnow/config';
import { type ServiceEnv, serviceEnv } from '@foundnow/service';

export function parseMatcherConfig(env: Environment): ServiceEnv {
  return parseEnv(serviceEnv, { PORT: '4003', ...env });
}
