export * from './create-http-app.ts';
export * from './http-app-options.ts';
export * from './errors/error-status.ts';
export * from './errors/problem.ts';
export * from './errors/refusal.ts';
export * from './health/health-check.ts';
export * from './health/health.module.ts';
