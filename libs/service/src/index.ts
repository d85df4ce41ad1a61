export * from './define-service.ts';
export * from './operator-terminal.ts';
export type { ReplayResult } from './replay-service.ts';
export * from './run-until-signal.ts';
export * from './service-definition.ts';
export * from './service-env.ts';
export type { KitOverrides, ServiceKit } from './service-kit.ts';
