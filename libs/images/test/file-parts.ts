/** The segments or chunks of a JPEG or WebP file, by name: read here, not by the library that wrote them. */
export function partsOf(bytes: Buffer): string[] {
  return bytes.toString('latin1', 0, 4) === 'RIFF' ? webpChunks(bytes) : jpegSegments(bytes);
}

function webpChunks(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    names.push(bytes.toString('latin1', at, at + 4));
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return names;
}

const NAMES: Readonly<Record<number, string>> = {
  0xdb: 'DQT',
  0xc0: 'SOF0',
  0xc2: 'SOF2',
  0xc4: 'DHT',
  0xda: 'SOS',
  0xdd: 'DRI',
};

function jpegSegments(bytes: Buffer): string[] {
  const names: string[] = [];
  let at = 2;
  while (bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return [...names, at + 2 === bytes.length ? 'EOI' : 'MORE BEHIND EOI'];
    const length = bytes.readUInt16BE(at + 2);
    names.push(nameOf(marker, bytes.subarray(at + 4, at + 2 + length)));
    at += 2 + length;
    if (marker !== 0xda) continue;
    while (bytes[at] !== 0xff || bytes[at + 1] === 0 || ((bytes[at + 1] ?? 0) & 0xf8) === 0xd0) at += 1;
  }
  return [...names, 'NOT A JPEG'];
}

function nameOf(marker: number, data: Buffer): string {
  if (marker === 0xe0) return `APP0 ${data.toString('latin1', 0, 4)}`;
  return NAMES[marker] ?? `0x${marker.toString(16)}`;
}
