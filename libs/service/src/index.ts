export * from './auth-of.ts';
export * from './service-definition.ts';
export * from './service-env.ts';
export type { ServiceKit } from './service-kit.ts';
export * from './start-service.ts';
export * from './run-until-signal.ts';
