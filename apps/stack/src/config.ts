import { ConfigError, type Environment, envInt, envUrl, parseEnv } from '@foundnow/config';
import { busEnv, envOrigins } from '@foundnow/service';
import { z } from 'zod';
import { envReplicas } from './replicas.ts';

/** Where the embedded bus keeps its log is the stack's own business. */
const chosenBus = busEnv.omit({ BUS_DATABASE_URL: true });

/** What can be changed about `npm start`; all of it is optional. */
export const stackEnv = z.object({
  ...chosenBus.shape,
  HOST: z.string().default('127.0.0.1'),
  /** The page; the services follow on the next ports. */
  BASE_PORT: envInt({ min: 1, max: 65_000 }).default(4000),
  DATA_DIR: z.string().default('.data'),
  /** Of a role that may create roles and schemas. Default: a PostgreSQL of the stack's own. */
  DATABASE_URL: envUrl(['postgres', 'postgresql']).optional(),
  SERVICES_AS: z.enum(['one-process', 'processes']).default('one-process'),
  REPLICAS: envReplicas().default({}),
  CORS_ORIGINS: envOrigins().default([]),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_TO: z.enum(['file', 'stdout']).default('file'),
  OTEL_EXPORTER_OTLP_ENDPOINT: envUrl().optional(),
});

export interface StackConfig extends z.infer<typeof stackEnv> {
  /** What chooses and reaches the bus, as it was given: the services read it again. */
  readonly busEnvironment: Environment;
  /** All that this process was started with; processes of the services inherit it. */
  readonly inherited: Environment;
}

export function parseStackConfig(env: Environment): StackConfig {
  const busEnvironment = Object.fromEntries(Object.keys(chosenBus.shape).map((key) => [key, env[key]]));
  const config = parseEnv(stackEnv, env);
  if (config.SERVICES_AS !== 'processes' && Object.values(config.REPLICAS).some((count) => count > 1)) {
    throw new ConfigError([{ key: 'REPLICAS', reason: 'needs SERVICES_AS=processes' }]);
  }
  return { ...config, busEnvironment, inherited: env };
}
