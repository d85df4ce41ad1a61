import { type Environment, parseEnv } from '@foundnow/config';
import { type ServiceEnv, serviceEnv } from '@foundnow/service';

/** Nothing beside what every service reads, yet. */
export const matcherEnv = serviceEnv;

export function parseMatcherConfig(env: Environment): ServiceEnv {
  return parseEnv(matcherEnv, { PORT: '4003', ...env });
}
