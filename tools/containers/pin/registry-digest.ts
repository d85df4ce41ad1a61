import type { ImageReference } from '../image-reference.ts';

/** Lists of manifests first: the digest must stand for every platform, not for that of this machine. */
const ACCEPT = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');
const TIMEOUT_MS = 20_000;

/** Asks the image's registry (OCI distribution API) what its tag stands for now. */
export async function registryDigest({ repository, tag }: ImageReference): Promise<string> {
  const [host = '', ...path] = repository.split('/');
  const name = path.join('/');
  const url = `${originOf(host)}/v2/${name}/manifests/${tag}`;
  const first = await ask(url, undefined);
  const answer = first.status === 401 ? await ask(url, await tokenFor(first, name)) : first;
  const digest = answer.headers.get('docker-content-digest');
  if (!answer.ok || digest === null) throw new Error(`${host} answered ${answer.status} for ${name}:${tag}`);
  return digest;
}

function originOf(host: string): string {
  if (host === 'docker.io') return 'https://registry-1.docker.io';
  return /^(localhost|127\.0\.0\.1)(:|$)/.test(host) ? `http://${host}` : `https://${host}`;
}

async function ask(url: string, token: string | undefined): Promise<Response> {
  const headers = { accept: ACCEPT, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  return fetch(url, { method: 'HEAD', headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
}

/** Public images need a token too; anybody gets one from where the registry says. */
async function tokenFor(answer: Response, name: string): Promise<string> {
  const challenge = answer.headers.get('www-authenticate') ?? '';
  const { realm, service } = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  ) as { realm?: string; service?: string };
  if (realm === undefined) throw new Error(`The registry of ${name} wants a login that is no token.`);
  const url = new URL(realm);
  if (service !== undefined) url.searchParams.set('service', service);
  url.searchParams.set('scope', `repository:${name}:pull`);
  const granted = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const { token, access_token: accessToken } = (await granted.json()) as { token?: string; access_token?: string };
  const given = token ?? accessToken;
  if (given === undefined) throw new Error(`The registry of ${name} gave no token (${granted.status}).`);
  return given;
}
