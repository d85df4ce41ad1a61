import type { IncomingMessage } from 'node:http';

/**
 * The body of an upload, which breaks off when its sender falls silent for `idleTimeoutMs`: time that we spend on what
 * came already is not held against the sender. Unlike iterating the request itself, leaving off before the end keeps
 * the connection open for the answer.
 */
export async function* bodyOf(request: IncomingMessage, idleTimeoutMs: number): AsyncGenerator<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>;
  try {
    for (;;) {
      const next = await unlessSilent(chunks.next(), request, idleTimeoutMs);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

async function unlessSilent<Next>(next: Promise<Next>, request: IncomingMessage, idleTimeoutMs: number): Promise<Next> {
  let lastLook: NodeJS.Immediate | undefined;
  // A process that stood still finds its timers over first, and then what came meanwhile: that is read before judging.
  const timer = setTimeout(() => (lastLook = setImmediate(() => request.destroy())), idleTimeoutMs);
  try {
    return await next;
  } finally {
    clearTimeout(timer);
    clearImmediate(lastLook);
  }
}
