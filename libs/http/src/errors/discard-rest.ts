import type { IncomingMessage } from 'node:http';

/** Who sends a photo that is larger than it may be still sends it when the answer goes out. */
const DISCARD_BYTES = 16 * 1024 * 1024;
const DISCARD_MS = 5000;

/**
 * Reads so much of a refused body to its end. Closing at once would take the answer from a sender that is still busy:
 * to what arrives at a closed connection the system answers with a reset, which overtakes the answer.
 */
export function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let left = DISCARD_BYTES;
  const timer = setTimeout(() => request.destroy(), DISCARD_MS).unref();
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.once('close', () => clearTimeout(timer));
  request.once('error', () => clearTimeout(timer));
  request.resume();
}
