import { ConfigError, type Environment, envInt, parseEnv } from '@foundnow/config';
import { z } from 'zod';

export const registryEnv = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: envInt({ min: 0, max: 65_535 }).default(8081),
  REGISTRY_USERNAME: z
    .string()
    .regex(/^[^:]+$/)
    .optional(),
  REGISTRY_PASSWORD: z.string().min(8).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface RegistryConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: z.infer<typeof registryEnv>['LOG_LEVEL'];
  readonly auth?: { readonly username: string; readonly password: string };
}

export function parseRegistryConfig(env: Environment): RegistryConfig {
  const {
    HOST,
    PORT,
    LOG_LEVEL,
    REGISTRY_USERNAME: username,
    REGISTRY_PASSWORD: password,
  } = parseEnv(registryEnv, env);
  const config = { host: HOST, port: PORT, logLevel: LOG_LEVEL };
  if (username === undefined && password === undefined) return config;
  // Half of it is a mistake, and to run open because of it would be a worse one.
  if (username === undefined) throw missing('REGISTRY_USERNAME', 'REGISTRY_PASSWORD');
  if (password === undefined) throw missing('REGISTRY_PASSWORD', 'REGISTRY_USERNAME');
  return { ...config, auth: { username, password } };
}

function missing(key: string, other: string): ConfigError {
  return new ConfigError([{ key, reason: `is missing, and ${other} is set: set both or none` }]);
}
