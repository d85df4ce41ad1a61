import { fileURLToPath } from 'node:url';
import { AuthModule, type RoutePolicies } from '@foundnow/auth';
import { HealthModule } from '@foundnow/http';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Composition } from './service-definition.ts';
import type { ServiceEnv } from './service-env.ts';
import type { ServiceKit } from './service-kit.ts';

/** Guarded and with health checks, whatever a service composes: neither can be forgotten. */
@Module({})
export class RootModule {
  static of(composition: Composition, policies: RoutePolicies, env: ServiceEnv, { checks }: ServiceKit): DynamicModule {
    const { JWKS_URL: url, TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience } = env;
    const jwks = url.startsWith('file:') ? { file: fileURLToPath(url) } : { url };
    return {
      module: RootModule,
      imports: [AuthModule.forService({ jwks, issuer, audience, policies }), HealthModule.forRoot(checks)],
      controllers: [...composition.controllers],
      providers: [...composition.providers],
    };
  }
}
