import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ObjectStore } from '../../src/index.ts';

let made = 0;

/** A key that no other test uses. */
export function freshKey(name = 'object'): string {
  made += 1;
  return `conformance/${randomBytes(4).toString('hex')}-${made}/${name}`;
}

export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function* breakingOff(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw new Error('the sender went away');
}

export async function contentOf(store: ObjectStore, key: string): Promise<string> {
  return (await wholeOf(await store.get(key))).toString();
}

export function wholeOf({ body }: { body: Readable }): Promise<Buffer> {
  return buffer(body);
}
