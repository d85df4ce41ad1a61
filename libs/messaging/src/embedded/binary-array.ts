const OID = { int4: 23, bytea: 17 } as const;
const HEAD_BYTES = 20;

/** PostgreSQL's binary form of a one-dimensional array without nulls: no escaping, no copy through text. */
export function int4Array(items: readonly number[]): Buffer {
  const { out, start } = head('int4', items.length, items.length * 8);
  let at = start;
  for (const item of items) at = out.writeInt32BE(item, out.writeInt32BE(4, at));
  return out;
}

export function byteaArray(items: readonly Uint8Array[]): Buffer {
  const bytes = items.reduce((sum, item) => sum + 4 + item.length, 0);
  const { out, start } = head('bytea', items.length, bytes);
  let at = start;
  for (const item of items) {
    at = out.writeInt32BE(item.length, at);
    out.set(item, at);
    at += item.length;
  }
  return out;
}

function head(type: keyof typeof OID, count: number, bytes: number): { out: Buffer; start: number } {
  const words = count > 0 ? [1, 0, OID[type], count, 1] : [0, 0, OID[type]];
  const out = Buffer.allocUnsafe((count > 0 ? HEAD_BYTES : 12) + bytes);
  const start = words.reduce((at, word) => out.writeInt32BE(word, at), 0);
  return { out, start };
}
