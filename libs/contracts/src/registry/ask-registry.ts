import type { RegistryAccess } from './registry-options.ts';

export interface RegistryAnswer {
  readonly status: number;
  /** Undefined when it is no JSON. */
  readonly body: unknown;
}

export async function askRegistry(
  { url, auth, clientId }: RegistryAccess,
  path: string,
  signal: AbortSignal,
): Promise<RegistryAnswer> {
  const basic = auth && Buffer.from(`${auth.username}:${auth.password}`).toString('base64');
  const headers = {
    accept: 'application/vnd.schemaregistry.v1+json, application/json',
    'user-agent': clientId,
    ...(basic !== undefined && { authorization: `Basic ${basic}` }),
  };
  const response = await fetch(url + path, { headers, signal });
  return { status: response.status, body: parsed(await response.text()) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
