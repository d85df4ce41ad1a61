const OID = { int4: 23, bytea: 17 } as const;
const HEAD_BYTES = 20;

/** PostgreSQL's binary form of an array of one dimension, not empty, without nulls: no escaping, no copy through text. */
export function int4Array(items: readonly number[]): Buffer {
  const out = Buffer.allocUnsafe(HEAD_BYTES + items.length * 8);
  writeHead(out, 'int4', items.length);
  let at = HEAD_BYTES;
  for (const item of items) at = out.writeInt32BE(item, out.writeInt32BE(4, at));
  return out;
}

/** Of elements that are written where they will be sent from. */
export class ByteaArray {
  private out: Buffer;
  private count = 0;
  private end = HEAD_BYTES;

  /** So many bytes of elements will probably be wanted. */
  constructor(capacity: number) {
    this.out = Buffer.allocUnsafe(HEAD_BYTES + capacity);
  }

  /** Room for the next element, to be filled before the one after it is asked for. */
  reserve(bytes: number): Buffer {
    const start = this.end + 4;
    if (start + bytes > this.out.length) {
      const larger = Buffer.allocUnsafe((start + bytes) * 2);
      this.out.copy(larger, 0, 0, this.end);
      this.out = larger;
    }
    this.out.writeInt32BE(bytes, this.end);
    this.end = start + bytes;
    this.count += 1;
    return this.out.subarray(start, this.end);
  }

  toBuffer(): Buffer {
    writeHead(this.out, 'bytea', this.count);
    return this.out.subarray(0, this.end);
  }
}

function writeHead(out: Buffer, type: keyof typeof OID, count: number): void {
  [1, 0, OID[type], count, 1].reduce((at, word) => out.writeInt32BE(word, at), 0);
}
