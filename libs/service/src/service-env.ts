import { envInt, envList, envUrl } from '@foundnow/config';
import { z } from 'zod';
import { busEnv } from './bus/bus-env.ts';

/** Scheme, host and port as a browser sends them: anything more would never equal what it sends. */
const isOrigin = (text: string) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** Web origins, separated by commas. */
export const envOrigins = () =>
  envList().refine((all) => all.every(isOrigin), {
    params: { wanted: 'must be web origins such as https://app.example.org: no path, no slash at the end, no *' },
  });

/** What every service reads from the environment; each adds its own to it. */
export const serviceEnv = z.object({
  ...busEnv.shape,
  HOST: z.string().default('127.0.0.1'),
  PORT: envInt({ min: 0, max: 65_535 }),
  DATABASE_URL: envUrl(['postgres', 'postgresql']),
  DATABASE_POOL_SIZE: envInt({ min: 1, max: 100 }).default(10),
  JWKS_URL: envUrl(['https', 'http', 'file']),
  TOKEN_ISSUER: z.string().min(1),
  TOKEN_AUDIENCE: z.string().min(1),
  CORS_ORIGINS: envOrigins().default([]),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_FILE: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: envUrl().optional(),
});

export type ServiceEnv = z.infer<typeof serviceEnv>;
