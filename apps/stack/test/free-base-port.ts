import { createServer } from 'node:net';

/** The first of `count` ports in a row that nobody listens on now. */
export async function freeBasePort(count: number): Promise<number> {
  for (let base = 20_000 + Math.floor(Math.random() * 30_000); ; base += count) {
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(base + index)));
    if (free.every(Boolean)) return base;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
