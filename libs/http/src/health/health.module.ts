import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import type { HealthCheck } from './health-check.ts';

export const HEALTH_CHECKS = Symbol('HEALTH_CHECKS');

type Checks = readonly HealthCheck[];

/** Tells `createHttpApp` what `/health/ready` asks. The paths lie outside /api/v1: probes know no versions. */
@Module({})
export class HealthModule {
  static forRoot(checks: Checks): DynamicModule {
    return { module: HealthModule, providers: [{ provide: HEALTH_CHECKS, useValue: checks }] };
  }

  static forRootAsync(
    options: Pick<FactoryProvider<Checks>, 'inject' | 'useFactory'> & Pick<DynamicModule, 'imports'>,
  ): DynamicModule {
    const { inject = [], useFactory, imports = [] } = options;
    return { module: HealthModule, imports, providers: [{ provide: HEALTH_CHECKS, inject, useFactory }] };
  }
}
