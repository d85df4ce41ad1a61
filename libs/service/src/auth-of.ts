import { fileURLToPath } from 'node:url';
import { AuthModule } from '@foundnow/auth';
import type { DynamicModule } from '@nestjs/common';
import type { ServiceDefinition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';

/** Who may call which route of the service, by tokens of the configured issuer. */
export function authOf({ policies }: ServiceDefinition, env: ServiceEnv): DynamicModule {
  const { JWKS_URL: url, TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience } = env;
  const jwks = url.startsWith('file:') ? { file: fileURLToPath(url) } : { url };
  return AuthModule.forService({ jwks, issuer, audience, policies });
}
