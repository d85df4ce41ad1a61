import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { DomainError } from '@foundnow/kernel';

const MAGIC = Buffer.from('FNOBJ001');
const FOOT = MAGIC.length + 4;
const MAX_TRAILER = 4096;

export interface StoredInfo {
  readonly size: number;
  readonly contentType: string;
  readonly etag: string;
  readonly updatedAt: Date;
}

/** The part of a FileHandle that writing needs. */
export type WritableFile = Pick<FileHandle, 'writeFile' | 'sync'>;

/**
 * Body first, then what is known of it, in one file: one rename puts both in place, and an image viewer still opens it.
 */
export async function writeObject(
  file: WritableFile,
  body: AsyncIterable<Uint8Array>,
  about: { contentType: string; now: Date },
): Promise<StoredInfo> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of body) {
    await file.writeFile(chunk);
    hash.update(chunk);
    size += chunk.length;
  }
  const etag = hash.digest('hex').slice(0, 32);
  const trailer = Buffer.from(JSON.stringify({ size, type: about.contentType, etag, at: about.now.getTime() }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(trailer.length);
  await file.writeFile(Buffer.concat([trailer, length, MAGIC]));
  await file.sync();
  return { size, contentType: about.contentType, etag, updatedAt: about.now };
}

export async function readObjectInfo(file: FileHandle): Promise<StoredInfo> {
  const { size: fileSize } = await file.stat();
  const end = Buffer.alloc(Math.min(fileSize, MAX_TRAILER));
  await file.read(end, 0, end.length, fileSize - end.length);
  const foot = end.length - FOOT;
  if (foot < 0 || !end.subarray(-MAGIC.length).equals(MAGIC)) throw damaged();
  const length = end.readUInt32BE(foot);
  const trailer = parsed(end.subarray(Math.max(0, foot - length), foot));
  if (trailer === undefined || trailer.size + length + FOOT !== fileSize) throw damaged();
  return { size: trailer.size, contentType: trailer.type, etag: trailer.etag, updatedAt: new Date(trailer.at) };
}

function parsed(bytes: Buffer): { size: number; type: string; etag: string; at: number } | undefined {
  try {
    return JSON.parse(bytes.toString('utf8')) as { size: number; type: string; etag: string; at: number };
  } catch {
    return undefined;
  }
}

function damaged(): DomainError {
  return new DomainError('storage.damaged', 'internal', 'This object is damaged on disk: restore it from a backup.');
}
