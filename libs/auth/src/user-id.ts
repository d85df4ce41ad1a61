import { createHash } from 'node:crypto';

/** The same name is the same person everywhere and always: a UUID (version 8) made of its hash. */
export function userIdFor(name: string): string {
  const normal = name.normalize('NFC').trim().toLowerCase();
  if (normal === '') throw new TypeError('A user needs a name.');
  const bytes = createHash('sha256').update(`foundnow:user:${normal}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
