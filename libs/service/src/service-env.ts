import { envInt, envList, envUrl } from '@foundnow/config';
import { z } from 'zod';

const databaseUrl = () => envUrl(['postgres', 'postgresql']);

/** What every service reads from the environment; each adds its own to it. */
export const serviceEnv = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: envInt({ min: 0, max: 65_535 }),
  DATABASE_URL: databaseUrl(),
  DATABASE_POOL_SIZE: envInt({ min: 1, max: 100 }).default(10),
  EVENT_BUS: z.enum(['embedded']).default('embedded'),
  BUS_DATABASE_URL: databaseUrl(),
  JWKS_URL: envUrl(['https', 'http', 'file']),
  TOKEN_ISSUER: z.string().min(1),
  TOKEN_AUDIENCE: z.string().min(1),
  CORS_ORIGINS: envList().default([]),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_FILE: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: envUrl().optional(),
});

export type ServiceEnv = z.infer<typeof serviceEnv>;
