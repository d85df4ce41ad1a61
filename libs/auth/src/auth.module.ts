import { Inject, Module, type DynamicModule, type FactoryProvider, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { systemClock, type Clock } from '@foundnow/kernel';
import { KeyRing } from './keys/key-ring.ts';
import { jwksLoader, type JwksLocation } from './keys/key-source.ts';
import { RouteGuard, type TicketRedeemer } from './policies/route-guard.ts';
import type { RoutePolicies } from './policies/route-policies.ts';
import { TokenVerifier } from './tokens/token-verifier.ts';

export interface AuthOptions {
  readonly jwks: JwksLocation;
  readonly issuer: string;
  readonly audience: string;
  readonly policies: RoutePolicies;
  readonly tickets?: TicketRedeemer;
  readonly clock?: Clock;
  /** Routes below this path are guarded. */
  readonly prefix?: string;
}

const AUTH_OPTIONS = Symbol('AUTH_OPTIONS');

@Module({})
export class AuthModule implements OnModuleInit {
  private readonly guard: RouteGuard;

  /** Hooks are set here and not later: Nest registers its routes before it calls any `onModuleInit`. */
  constructor(@Inject(AUTH_OPTIONS) options: AuthOptions, @Inject(HttpAdapterHost) host: HttpAdapterHost) {
    const { jwks, issuer, audience, policies, tickets, clock = systemClock, prefix = '/api/v1' } = options;
    const keys = new KeyRing({ load: jwksLoader(jwks), clock });
    this.guard = new RouteGuard(policies, new TokenVerifier(keys, { issuer, audience }, clock), tickets, prefix);
    this.guard.install(host.httpAdapter.getInstance<FastifyInstance>());
  }

  static forService(options: AuthOptions): DynamicModule {
    return { module: AuthModule, providers: [{ provide: AUTH_OPTIONS, useValue: options }] };
  }

  static forServiceAsync(
    options: Pick<FactoryProvider<AuthOptions>, 'inject' | 'useFactory'> & Pick<DynamicModule, 'imports'>,
  ): DynamicModule {
    const { inject = [], useFactory, imports = [] } = options;
    return { module: AuthModule, imports, providers: [{ provide: AUTH_OPTIONS, inject, useFactory }] };
  }

  onModuleInit(): void {
    this.guard.assertComplete();
  }
}
