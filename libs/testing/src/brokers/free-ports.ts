import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

// Below the ports that systems give to outgoing connections: a client that keeps calling a stopped broker could
// otherwise be given the broker's own port, and then talk to itself.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** TCP ports on the loopback address that were free a moment ago, each another. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found = new Set<number>();
  for (let attempts = 0; found.size < count; attempts += 1) {
    if (attempts > 1_000) throw new Error(`The system has no ${count} free ports from ${LOWEST} to ${HIGHEST}.`);
    const port = randomInt(LOWEST, HIGHEST);
    if (!found.has(port) && (await isFree(port))) found.add(port);
  }
  return [...found];
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
