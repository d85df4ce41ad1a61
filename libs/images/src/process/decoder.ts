import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { DomainError } from '@foundnow/kernel';
import type { CleanImage, EncodedImage, ImageForm } from '../clean-image.ts';
import { decoderGone } from '../refusals.ts';
import { takeRoom } from '../room.ts';
import { fromStream } from './exactly.ts';
import { framesOf, sendFrame } from './frames.ts';
import type { Answer, Order, SentImage } from './order.ts';

const IDLE_MS = 60_000;
const PATIENCE_MS = 60_000;

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** An image, and the buffer in which all its forms lie. */
export interface Decoded {
  readonly image: CleanImage;
  readonly body: Buffer;
}

type Pending = PromiseWithResolvers<Decoded> & { readonly child: Child };

/**
 * Decodes in a process of its own: what a hostile file can break there is a process that knows no secret, whose memory
 * goes back when it is done. glibc must not keep large freed blocks for reuse: that alone was measured to cost half.
 */
export class Decoder {
  readonly #pending = new Map<number, Pending>();
  #child: Child | undefined;
  #idle: NodeJS.Timeout | undefined;
  #orders = 0;

  /** @param sent Called when the bytes are needed no more. */
  async decode(bytes: Buffer, order: Omit<Order, 'id'>, sent: () => void): Promise<Decoded> {
    const child = this.#child ?? this.#start();
    this.#child = child;
    clearTimeout(this.#idle);
    this.#orders += 1;
    const id = this.#orders;
    const pending = { child, ...Promise.withResolvers<Decoded>() };
    this.#pending.set(id, pending);
    const tooLong = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    void sendFrame(child.stdin, { id, ...order } satisfies Order, [bytes]).then(sent);
    try {
      return await pending.promise;
    } finally {
      clearTimeout(tooLong);
      this.#pending.delete(id);
      if (this.#pending.size === 0) this.#idle = setTimeout(() => this.close(), IDLE_MS).unref();
    }
  }

  /** What is under way is finished; the next order starts another process. */
  close(): void {
    clearTimeout(this.#idle);
    this.#child?.stdin.end();
    this.#child = undefined;
  }

  #start(): Child {
    // In the repository it is TypeScript, in a container it was compiled.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const program = fileURLToPath(new URL(`./decoder-process.${extension}`, import.meta.url));
    const runtime = new URL('../../../../tools/runtime/register.mjs', import.meta.url).href;
    const args = [...(extension === 'ts' ? ['--import', runtime] : []), '--expose-gc', program];
    const env = {
      MALLOC_MMAP_THRESHOLD_: '131072',
      MALLOC_ARENA_MAX: '2',
      // A picture in large pages: touching it for the first time is a sixteenth of all work in small ones.
      GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
      // One thread waits for files.
      UV_THREADPOOL_SIZE: '5',
    };
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    child.unref();
    child.stdin.on('error', () => undefined);
    child.once('error', () => this.#lost(child));
    child.once('exit', () => this.#lost(child));
    void this.#receive(child);
    return child;
  }

  async #receive(child: Child): Promise<void> {
    for await (const { header, body } of framesOf<Answer>(fromStream(child.stdout), takeRoom)) {
      const pending = this.#pending.get(header.id);
      if ('images' in header) pending?.resolve({ image: imageOf(header.images, body), body });
      else pending?.reject(new DomainError(header.refusal.code, header.refusal.kind, header.refusal.detail));
    }
    this.#lost(child);
  }

  #lost(child: Child): void {
    if (this.#child === child) this.#child = undefined;
    for (const pending of this.#pending.values()) if (pending.child === child) pending.reject(decoderGone());
  }
}

function imageOf(sent: readonly SentImage[], body: Buffer): CleanImage {
  let at = 0;
  const images = sent.map(({ length, ...image }): ImageForm => {
    at += length;
    return { ...image, bytes: body.subarray(at - length, at) };
  });
  const [original, placeholder] = [images.at(0), images.at(-1)];
  if (original === undefined || placeholder === undefined) throw decoderGone();
  return { original: unnamed(original), forms: images.slice(1, -1), placeholder: unnamed(placeholder) };
}

function unnamed({ name: _, ...image }: ImageForm): EncodedImage {
  return image;
}
