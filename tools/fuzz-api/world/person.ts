/** Somebody who does through the API what a frontend would do. */
export class Person {
  constructor(
    private readonly service: string,
    readonly token: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path);
  }

  post<T>(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    if (body instanceof FormData) return this.ask<T>('POST', path, body, headers);
    if (body === undefined) return this.ask<T>('POST', path, undefined, headers);
    return this.ask<T>('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  private async ask<T>(method: string, path: string, body?: RequestInit['body'], headers = {}): Promise<T> {
    const answer = await fetch(`${this.service}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      signal: AbortSignal.timeout(30_000),
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} was to make a world, and was answered ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
