import { type Environment, parseEnv } from '@foundnow/config';
import { type ServiceEnv, serviceEnv } from '@foundnow/service';

export function parseMediaAiConfig(env: Environment): ServiceEnv {
  return parseEnv(serviceEnv, { PORT: '4002', ...env });
}
