/** The whole body when it has at most `limit` bytes; otherwise what was read so far, with the rest behind it. */
export async function firstBytes(
  body: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<{ whole: Buffer } | { rest: AsyncIterable<Uint8Array> }> {
  const iterator = body[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  for (let length = 0; length <= limit;) {
    const next = await iterator.next();
    if (next.done === true) return { whole: Buffer.concat(read) };
    read.push(next.value);
    length += next.value.length;
  }
  return { rest: chained(read, iterator) };
}

async function* chained(read: Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* read;
    yield* { [Symbol.asyncIterator]: () => iterator };
  } finally {
    await iterator.return?.();
  }
}
