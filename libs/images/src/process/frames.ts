import type { Writable } from 'node:stream';
import { exactly, type Source } from './exactly.ts';

export interface Frame<Header> {
  readonly header: Header;
  readonly body: Buffer;
}

const PREFIX_BYTES = 8;
/** Whoever announces more was broken into, or lost its place. */
const MOST_HEADER_BYTES = 4 * 1024 * 1024;

/** Sends a header and what goes with it, never joined in memory. Resolves when the parts are needed no more. */
export function sendFrame(to: Writable, header: object, parts: readonly Buffer[] = []): Promise<void> {
  const text = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(text.length, 0);
  prefix.writeUInt32BE(
    parts.reduce((sum, part) => sum + part.length, 0),
    4,
  );
  // All at once, so that no other frame comes between them.
  const all = [prefix, text, ...parts].filter((part) => part.length > 0);
  return new Promise((sent) => {
    for (const [index, part] of all.entries()) to.write(part, index === all.length - 1 ? () => sent() : undefined);
  });
}

/** Each body is read straight into the one buffer that it will live in. */
export async function* framesOf<Header>(
  source: Source,
  room: (length: number) => Buffer = (length) => Buffer.allocUnsafeSlow(length),
): AsyncGenerator<Frame<Header>> {
  const next = (length: number) => exactly(source, Buffer.alloc(length));
  for (let prefix = await next(PREFIX_BYTES); prefix; prefix = await next(PREFIX_BYTES)) {
    const length = prefix.readUInt32BE(0);
    if (length > MOST_HEADER_BYTES) return;
    const header = await next(length);
    const body = await exactly(source, room(prefix.readUInt32BE(4)));
    if (!header || !body) return;
    yield { header: JSON.parse(header.toString()) as Header, body };
  }
}
