const OID = { int4: 23, text: 25, bytea: 17 } as const;

/** PostgreSQL's binary form of a one-dimensional array: no escaping, no copy through text. */
export function binaryArray(type: keyof typeof OID, items: readonly (Uint8Array | string | number | null)[]): Buffer {
  const parts = items.map(toBytes);
  const size = parts.reduce((sum, part) => sum + 4 + (part?.length ?? 0), 20);
  const out = Buffer.allocUnsafe(size);
  out.writeInt32BE(items.length > 0 ? 1 : 0, 0);
  out.writeInt32BE(parts.includes(null) ? 1 : 0, 4);
  out.writeInt32BE(OID[type], 8);
  out.writeInt32BE(items.length, 12);
  out.writeInt32BE(1, 16);
  let at = 20;
  for (const part of parts) {
    at = out.writeInt32BE(part?.length ?? -1, at);
    if (part) out.set(part, at);
    at += part?.length ?? 0;
  }
  return items.length > 0 ? out : out.subarray(0, 12);
}

function toBytes(item: Uint8Array | string | number | null): Uint8Array | null {
  if (typeof item === 'string') return Buffer.from(item, 'utf8');
  if (typeof item !== 'number') return item;
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(item, 0);
  return bytes;
}
