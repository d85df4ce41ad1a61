const SEED = 0x9747b28c;
const M = 0x5bd1e995;

/** Keys are short and many: their bytes lie here while they are hashed. */
const scratch = Buffer.allocUnsafe(512);

/** Where Kafka's default partitioner would put this key, so that a key lands alike on every transport. */
export function partitionOfKey(key: string, partitions: number): number {
  const fits = key.length * 3 <= scratch.length;
  const hash = fits ? hashOf(scratch, scratch.write(key)) : murmur2(Buffer.from(key, 'utf8'));
  return (hash & 0x7fffffff) % partitions;
}

/** MurmurHash2, 32 bit, signed, as Kafka's Java client computes it. */
export function murmur2(bytes: Uint8Array): number {
  return hashOf(bytes, bytes.length);
}

function hashOf(bytes: Uint8Array, length: number): number {
  const byteAt = (at: number): number => bytes[at] ?? 0;
  const whole = length & ~3;
  let hash = SEED ^ length;
  for (let at = 0; at < whole; at += 4) {
    const littleEndian = byteAt(at) | (byteAt(at + 1) << 8) | (byteAt(at + 2) << 16) | (byteAt(at + 3) << 24);
    let word = Math.imul(littleEndian, M);
    word ^= word >>> 24;
    hash = Math.imul(hash, M) ^ Math.imul(word, M);
  }
  if (whole < length) {
    for (let at = length - 1; at >= whole; at -= 1) hash ^= byteAt(at) << ((at - whole) * 8);
    hash = Math.imul(hash, M);
  }
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M);
  return hash ^ (hash >>> 15);
}
