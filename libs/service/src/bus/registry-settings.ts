import type { Findings } from '../config/findings.ts';
import type { BusEnv } from './bus-env.ts';

export interface RegistrySettings {
  readonly url: string;
  readonly auth?: { readonly username: string; readonly password: string };
}

/** Undefined: ids come from the committed lock. What is wrong goes to the findings. */
export function registrySettings(env: BusEnv, findings: Findings): RegistrySettings | undefined {
  const url = env.SCHEMA_REGISTRY_URL;
  if (url === undefined) return undefined;
  const { username: user, password: secret } = new URL(url);
  if (user !== '' || secret !== '') {
    findings.add(
      'SCHEMA_REGISTRY_URL',
      'must not hold a login: use SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD',
    );
  }
  const { SCHEMA_REGISTRY_USERNAME: username, SCHEMA_REGISTRY_PASSWORD: password } = env;
  if (username !== undefined) findings.needed(env, 'SCHEMA_REGISTRY_PASSWORD', 'SCHEMA_REGISTRY_USERNAME is set');
  if (password !== undefined) findings.needed(env, 'SCHEMA_REGISTRY_USERNAME', 'SCHEMA_REGISTRY_PASSWORD is set');
  return { url, ...(username !== undefined && password !== undefined && { auth: { username, password } }) };
}
