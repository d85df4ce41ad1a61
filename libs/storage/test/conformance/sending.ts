import type { SignedRequest, UploadGrant } from '../../src/index.ts';

export interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Sends the body in chunks, without telling its length first. */
  readonly streamed?: boolean;
}

export async function send(
  signed: SignedRequest,
  changed: Sent = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const { method = signed.method, url = signed.url, headers = {}, body, streamed = false } = changed;
  const response = await fetch(url, {
    method,
    headers: { ...signed.headers, ...headers },
    body: streamed ? new Blob([body ?? '']).stream() : (body ?? null),
    ...(streamed && { duplex: 'half' as const }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

export function grantFor(key: string): UploadGrant {
  return { key, contentType: 'image/jpeg', minBytes: 4, maxBytes: 10, expiresInSeconds: 60 };
}
