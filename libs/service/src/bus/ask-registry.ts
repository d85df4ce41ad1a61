import type { RegistrySettings } from './registry-settings.ts';

/** Does it answer us? Whatever it says of a path that it may not know, it is there; a refused login is not enough. */
export async function askRegistry({ url, auth }: RegistrySettings, signal: AbortSignal): Promise<void> {
  const basic = auth && Buffer.from(`${auth.username}:${auth.password}`).toString('base64');
  const { status } = await fetch(`${url.replace(/\/+$/, '')}/schemas/types`, {
    signal,
    headers: basic === undefined ? {} : { authorization: `Basic ${basic}` },
  });
  if (status === 401 || status === 403) throw new Error('The schema registry refuses the login');
  if (status >= 500) throw new Error(`The schema registry answers ${status}`);
}
