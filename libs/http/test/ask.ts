import { request, type OutgoingHttpHeaders } from 'node:http';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
}

/** Sends what `fetch` would refuse or tidy up, and reads no more than the head: streams never end by themselves. */
export function ask(origin: string, { method, path, headers = {}, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const sent = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      const type = answer.headers['content-type']?.split(';', 1)[0] ?? '';
      resolve({ status: answer.statusCode ?? 0, type });
      sent.destroy();
    });
    sent.on('error', reject);
    if (headers['content-length'] === undefined || body !== undefined) sent.end(body);
    else sent.flushHeaders();
  });
}
