/** Makes UUIDv7 identifiers: unique, and sortable by the time they were made. */
export interface IdGenerator {
  next(): string;
}

/** RFC 9562 UUIDv7. Within one millisecond a 12-bit counter keeps the order of creation. */
export function uuidv7Generator(now: () => number = Date.now): IdGenerator {
  let lastMillis = 0;
  let counter = 0;
  return {
    next() {
      const millis = Math.max(now(), lastMillis);
      counter = millis === lastMillis ? counter + 1 : (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) & 0x7ff;
      lastMillis = millis;
      if (counter > 0xfff) {
        lastMillis += 1;
        counter = 0;
      }
      return format(lastMillis, counter);
    },
  };
}

function format(millis: number, counter: number): string {
  const time = millis.toString(16).padStart(12, '0');
  const random = crypto.getRandomValues(new Uint8Array(8));
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const version = `7${counter.toString(16).padStart(3, '0')}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

export const uuidv7: IdGenerator = uuidv7Generator();
