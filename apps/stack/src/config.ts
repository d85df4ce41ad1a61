import { type Environment, envInt, envUrl, parseEnv } from '@foundnow/config';
import { z } from 'zod';

/** What can be changed about `npm start`; all of it is optional. */
export const stackEnv = z.object({
  HOST: z.string().default('127.0.0.1'),
  /** The page; the services follow on the next four ports. */
  BASE_PORT: envInt({ min: 1, max: 65_000 }).default(4000),
  DATA_DIR: z.string().default('.data'),
  /** Of a role that may create roles and schemas. Default: a PostgreSQL of the stack's own. */
  DATABASE_URL: envUrl(['postgres', 'postgresql']).optional(),
  EVENT_BUS: z.enum(['embedded']).default('embedded'),
  CORS_ORIGINS: z.string().default(''),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_TO: z.enum(['file', 'stdout']).default('file'),
  OTEL_EXPORTER_OTLP_ENDPOINT: envUrl().optional(),
});

export type StackConfig = z.infer<typeof stackEnv>;

export function parseStackConfig(env: Environment): StackConfig {
  return parseEnv(stackEnv, env);
}
