const BYTEA = 17;
const HEADER_BYTES = 20;

/** PostgreSQL's binary form of bytea[]: half the bytes of the text form, and nothing to escape. Not for empty lists. */
export function byteaArray(items: readonly Uint8Array[]): Buffer {
  const out = Buffer.allocUnsafe(items.reduce((size, item) => size + 4 + item.length, HEADER_BYTES));
  let at = [1, 0, BYTEA, items.length, 1].reduce((offset, word) => out.writeInt32BE(word, offset), 0);
  for (const item of items) {
    at = out.writeInt32BE(item.length, at);
    out.set(item, at);
    at += item.length;
  }
  return out;
}
