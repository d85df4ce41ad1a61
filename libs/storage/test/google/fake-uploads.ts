import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refused } from './fake-objects.ts';
import type { FakeObject, FakeObjects } from './fake-objects.ts';

interface Session {
  readonly name: string;
  readonly about: Record<string, unknown>;
  readonly precondition: string | null;
  received: Buffer;
  finished?: FakeObject;
}

/** The upload half of the JSON API: multipart in one request, resumable in a session that survives cut connections. */
export class FakeUploads {
  readonly #sessions = new Map<string, Session>();

  constructor(private readonly objects: FakeObjects) {}

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<FakeObject | undefined> {
    const id = url.searchParams.get('upload_id');
    if (id !== null) return this.#continue(request, response, this.#sessions.get(id));
    const name = url.searchParams.get('name');
    const precondition = url.searchParams.get('ifGenerationMatch');
    const body = await wholeBody(request);
    if (url.searchParams.get('uploadType') === 'multipart') {
      const { about, bytes } = multipart(request.headers['content-type'] ?? '', body);
      return this.objects.put(name ?? String(about['name']), bytes, about, precondition);
    }
    const about = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {};
    const type = request.headers['x-upload-content-type'];
    const session = randomUUID();
    this.#sessions.set(session, {
      name: name ?? String(about['name']),
      about: { ...(type !== undefined && { contentType: type }), ...about },
      precondition,
      received: Buffer.alloc(0),
    });
    url.searchParams.set('upload_id', session);
    response.writeHead(200, { location: url.href, 'content-length': 0 }).end();
    return undefined;
  }

  async #continue(
    request: IncomingMessage,
    response: ServerResponse,
    session: Session | undefined,
  ): Promise<FakeObject | undefined> {
    if (session === undefined) throw new Refused(410, 'gone');
    if (session.finished !== undefined) return session.finished;
    const [, first, last, total] =
      /^bytes (?:(\d+)-(\d+|\*)|\*)\/(\d+|\*)$/.exec(request.headers['content-range'] ?? '') ?? [];
    if (first === undefined && request.headers['content-range'] !== undefined) return incomplete(response, session);
    const chunks = [session.received.subarray(0, Number(first ?? 0))];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } finally {
      session.received = Buffer.concat(chunks);
    }
    const isWhole = last === '*' || (total !== '*' && Number(total) <= session.received.length);
    if (total !== undefined && !isWhole) return incomplete(response, session);
    session.finished = this.objects.put(session.name, session.received, session.about, session.precondition);
    return session.finished;
  }
}

function incomplete(response: ServerResponse, { received }: Session): undefined {
  const range = received.length > 0 ? { range: `bytes=0-${received.length - 1}` } : {};
  response.writeHead(308, { ...range, 'content-length': 0 }).end();
}

export async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function multipart(type: string, body: Buffer): { about: Record<string, unknown>; bytes: Buffer } {
  const [, boundary] = /boundary="?([^";]+)"?/.exec(type) ?? [];
  if (boundary === undefined) throw new Refused(400, 'badRequest', 'No boundary.');
  const parts: Array<{ head: string; content: Buffer }> = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); ;) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) break;
    const part = body.subarray(at + mark.length + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    parts.push({ head: part.subarray(0, split).toString(), content: part.subarray(split + 4) });
    at = next;
  }
  const [about, media] = parts;
  if (about === undefined || media === undefined) throw new Refused(400, 'badRequest', 'Two parts are needed.');
  const [, contentType] = /content-type: *(.+)/i.exec(media.head) ?? [];
  const declared = JSON.parse(about.content.toString()) as Record<string, unknown>;
  return { about: { ...(contentType !== undefined && { contentType }), ...declared }, bytes: media.content };
}
