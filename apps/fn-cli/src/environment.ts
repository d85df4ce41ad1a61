import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Environment } from '@foundnow/config';

/**
 * The environment of a service: what is set for this process, and beneath it what the stack on this machine keeps in
 * its data folder, so that `npm run fn` needs nothing beside a running `npm start`.
 */
export function environmentOf(service: string, env: Environment): Environment {
  const set = Object.entries(env).filter(([, value]) => value !== undefined);
  return { ...stackEnvironments(env)[service], ...Object.fromEntries(set) };
}

export function keysDirOf(env: Environment): string {
  return join(env.DATA_DIR ?? '.data', 'keys');
}

/** The value of one key, or an error that says how to get it. */
export function required(env: Environment, key: string): string {
  const value = env[key];
  if (value === undefined || value === '') {
    throw new ConfigError([
      { key, reason: 'is not set, and there is no stack here that knows it (start one: npm start)' },
    ]);
  }
  return value;
}

function stackEnvironments(env: Environment): Readonly<Record<string, Environment>> {
  try {
    return JSON.parse(readFileSync(join(keysDirOf(env), 'environments.json'), 'utf8')) as Record<string, Environment>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
