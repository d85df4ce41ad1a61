import { DomainError } from '@foundnow/kernel';
import type { FastifyRequest } from 'fastify';
import { bodyStreamOf } from './body-stream.ts';

const BOUNDARY = /;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+,./:=?-]{1,70}))/i;
const MOST_HEADER_BYTES = 8_192;
const END_OF_HEADERS = Buffer.from('\r\n\r\n');

/**
 * The one file of a form (`multipart/form-data`), as it comes in. Its name is not looked at: a name says where a file
 * was, and what it is its content says. Fails when the form breaks off, so that whoever stores the file keeps nothing.
 */
export function fileInForm(request: FastifyRequest): AsyncGenerator<Buffer> {
  const [, quoted, plain] = BOUNDARY.exec(request.headers['content-type'] ?? '') ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw malformed('Its Content-Type names no boundary.');
  return fileBetween(bodyStreamOf(request), boundary);
}

export async function* fileBetween(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<Buffer> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts = new Scanner(body);
  await parts.until(delimiter, MOST_HEADER_BYTES);
  const headers = (await parts.until(END_OF_HEADERS, MOST_HEADER_BYTES)).toString('latin1');
  if (!/^\r\ncontent-disposition: *form-data;.*\bfilename\*?=/im.test(headers))
    throw malformed('Its first part is not a file.');
  yield* parts.dataUntil(delimiter);
  if (!(await parts.begins('--'))) throw malformed('It has more than one part: send one file, and nothing else.');
}

/** Finds things in a body without ever holding more of it than a chunk and what was asked for. */
class Scanner {
  // The first delimiter has no line before it.
  #held: Buffer = Buffer.from('\r\n');
  readonly #chunks: AsyncIterator<Buffer>;

  constructor(body: AsyncIterable<Buffer>) {
    this.#chunks = body[Symbol.asyncIterator]();
  }

  async until(sign: Buffer, mostBytes: number): Promise<Buffer> {
    let at = this.#held.indexOf(sign);
    while (at < 0) {
      if (this.#held.length > mostBytes) throw malformed('Its headers are too long.');
      await this.#more();
      at = this.#held.indexOf(sign);
    }
    return this.#take(at, sign.length);
  }

  async *dataUntil(sign: Buffer): AsyncGenerator<Buffer> {
    let at = this.#held.indexOf(sign);
    while (at < 0) {
      const sure = Math.max(0, this.#held.length - sign.length + 1);
      if (sure > 0) yield this.#take(sure, 0);
      await this.#more();
      at = this.#held.indexOf(sign);
    }
    const last = this.#take(at, sign.length);
    if (last.length > 0) yield last;
  }

  async begins(text: string): Promise<boolean> {
    while (this.#held.length < text.length) await this.#more();
    return this.#held.toString('latin1', 0, text.length) === text;
  }

  #take(length: number, skipped: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length + skipped);
    return taken;
  }

  async #more(): Promise<void> {
    const next = (await this.#chunks.next()) as IteratorResult<Buffer, undefined>;
    if (next.value === undefined) throw malformed('It breaks off.');
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
  }
}

function malformed(why: string): DomainError {
  const detail = `The form with the file cannot be read. ${why}`;
  return new DomainError('request.malformed_form', 'validation', detail);
}
