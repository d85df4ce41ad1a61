export interface RegistrySchemaIdsOptions {
  /** Where the registry's API begins, path included: `http://registry:8081`, `https://apicurio/apis/ccompat/v7`. */
  readonly url: string;
  readonly auth?: { readonly username: string; readonly password: string };
  /** How the registry's log knows us. */
  readonly clientId?: string;
  /** How long one answer may take. */
  readonly timeoutMs?: number;
  /** Told once when the registry stops answering, and once per schema that it refuses. */
  readonly onProblem?: (problem: 'away' | 'refused', error: unknown) => void;
}

export interface RegistryAccess {
  /** Without credentials and without a slash at its end: it is named in errors. */
  readonly url: string;
  readonly auth?: { readonly username: string; readonly password: string };
  readonly clientId: string;
  readonly timeoutMs: number;
}

export function registryAccess(options: RegistrySchemaIdsOptions): RegistryAccess {
  const { auth, clientId = 'foundnow', timeoutMs = 5_000 } = options;
  const url = URL.parse(options.url);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new TypeError('The schema registry needs an http or https address, such as http://127.0.0.1:8081');
  }
  // Errors and logs name the address, and fetch takes none with credentials in it.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('The address of the schema registry is without user, password and query: those go into auth');
  }
  return { url: url.href.replace(/\/+$/, ''), clientId, timeoutMs, ...(auth && { auth }) };
}
