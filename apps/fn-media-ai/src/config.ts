import { type Environment, parseEnv } from '@foundnow/config';
import { type ServiceEnv, serviceEnv } from '@foundnow/service';

/** Nothing beside what every service reads, yet. */
export const mediaAiEnv = serviceEnv;

export function parseMediaAiConfig(env: Environment): ServiceEnv {
  return parseEnv(mediaAiEnv, { PORT: '4002', ...env });
}
