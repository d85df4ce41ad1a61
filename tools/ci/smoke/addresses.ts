import { createServer } from 'node:net';

export interface Addresses {
  readonly basePort: number;
  readonly page: string;
  readonly posts: string;
  readonly others: Readonly<Record<string, string>>;
}

const PORTS_NEEDED = 5;

/** The default ports when they are free, else the next range that is. */
export async function freeAddresses(): Promise<Addresses> {
  for (let basePort = 4000; basePort < 6000; basePort += 100) {
    const ports = Array.from({ length: PORTS_NEEDED }, (_, offset) => basePort + offset);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return addressesAt(basePort);
  }
  throw new Error('no five free ports in a row between 4000 and 6000');
}

function addressesAt(basePort: number): Addresses {
  const at = (offset: number): string => `http://127.0.0.1:${basePort + offset}`;
  return { basePort, page: at(0), posts: at(1), others: { 'media-ai': at(2), matcher: at(3), notifications: at(4) } };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
