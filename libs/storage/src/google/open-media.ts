import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { File } from '@google-cloud/storage';
import type { ByteRange, ObjectInfo } from '../object-store.port.ts';
import { googleErrorFrom, statusOf } from './google-errors.ts';

const ATTEMPTS = 4;
const FIRST_DELAY_MS = 200;

/** Bytes and what is known of them from one answer, so that both are of the same object though it is being replaced. */
export async function openMedia(
  file: File,
  range: ByteRange | undefined,
): Promise<{ info: ObjectInfo; body: Readable }> {
  for (let attempt = 1; ; attempt += 1) {
    const body = file.createReadStream({ decompress: false, ...range });
    try {
      return { info: infoIn(file.name, await answerTo(body)), body: explaining(body, file.bucket.name) };
    } catch (error) {
      const status = statusOf(error);
      const mayPass = status === undefined || status === 408 || status === 429 || status >= 500;
      if (!mayPass || attempt === ATTEMPTS) throw error;
      await delay(FIRST_DELAY_MS * 2 ** (attempt - 1) * (0.8 + Math.random() * 0.4));
    }
  }
}

interface Answer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
}

function answerTo(body: Readable): Promise<Answer> {
  return new Promise((resolve, reject) => {
    body.once('error', reject);
    body.once('response', (answer: Answer) => {
      // A refusal becomes an error of the stream, with its reason, a moment later.
      if (answer.statusCode < 300) resolve(answer);
    });
    // The request leaves with the first wish to read.
    body.read(0);
  });
}

/** The same bytes; what breaks them off is told in our words. */
function explaining(source: Readable, bucket: string): Readable {
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      yield* source as AsyncIterable<Buffer>;
    } catch (error) {
      throw googleErrorFrom(error, bucket);
    }
  }
  const body = Readable.from(bytes(), { objectMode: false });
  return body.once('close', () => source.destroy());
}

function infoIn(key: string, { headers }: Answer): ObjectInfo {
  return {
    key,
    size: Number(headers['x-goog-stored-content-length'] ?? headers['content-length']),
    contentType: headers['content-type'] ?? 'application/octet-stream',
    etag: String(headers['x-goog-generation']),
    updatedAt: new Date(headers['last-modified'] ?? 0),
  };
}
