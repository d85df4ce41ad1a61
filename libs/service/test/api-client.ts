import type { ServiceUnderTest } from './service-under-test.ts';

export interface ApiAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface ApiCall {
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a service's API as a frontend would. `as` is a token; without it the caller is a stranger. */
export async function call<T>(
  service: ServiceUnderTest,
  route: `${'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'} /${string}`,
  { as, body, headers = {} }: ApiCall = {},
): Promise<ApiAnswer<T>> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const answer = await fetch(service.api + path, {
    method,
    headers: {
      ...(as !== undefined && { authorization: `Bearer ${as}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: (text === '' ? undefined : JSON.parse(text)) as T };
}
