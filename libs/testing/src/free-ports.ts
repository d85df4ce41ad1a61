import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

// Below the ports that systems give to outgoing connections: a client that keeps calling a stopped server could
// otherwise be given the server's own port, and then talk to itself.
const LOWEST = 20_000;
const HIGHEST = 32_000;
const ATTEMPTS = 1_000;

/** A TCP port on the loopback address that was free a moment ago. */
export function freePort(): Promise<number> {
  return freePortRow(1);
}

/** So many of them, each another. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found = new Set<number>();
  while (found.size < count) found.add(await freePort());
  return [...found];
}

/** The first of so many neighbours, all of them free. */
export async function freePortRow(count: number): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const first = randomInt(LOWEST, HIGHEST - count);
    const row = Array.from({ length: count }, (_, index) => isFree(first + index));
    if ((await Promise.all(row)).every(Boolean)) return first;
  }
  throw new Error(`The system has no ${count} free ports in a row from ${LOWEST} to ${HIGHEST}.`);
}

export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    if (['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}
