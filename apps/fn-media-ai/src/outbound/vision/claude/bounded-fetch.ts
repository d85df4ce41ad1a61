/** An answer has some twenty kilobytes. */
const MOST_BYTES = 512 * 1024;

/** An answer that does not end. It never holds any of it. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong';

  constructor() {
    super(`The provider answered more than ${MOST_BYTES} bytes.`);
  }
}

/** Follows no redirection, because the key would go along, and reads no more than an answer can have. */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' });
  const { status, statusText, headers, body } = response;
  return new Response(body?.pipeThrough(limit(MOST_BYTES)) ?? null, { status, statusText, headers });
}

function limit(most: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > most) controller.error(new AnswerTooLong());
      else controller.enqueue(chunk);
    },
  });
}
