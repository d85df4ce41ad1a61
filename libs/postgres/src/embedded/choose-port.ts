import { once } from 'node:events';
import { createServer } from 'node:net';
import { portTaken } from './embedded-postgres-error.ts';
import type { Progress } from './place.ts';

/** The port that was asked for or none; else the earlier one, so that addresses stay; else any. */
export async function choosePort(
  asked: number | undefined,
  earlier: number | undefined,
  onProgress: Progress,
): Promise<number> {
  if (asked !== undefined) {
    if ((await listenOn(asked)) === undefined) throw portTaken(asked);
    return asked;
  }
  if (earlier !== undefined) {
    if ((await listenOn(earlier)) !== undefined) return earlier;
    onProgress(`Port ${earlier} is taken by another program; the database gets a new one.`);
  }
  const any = await listenOn(0);
  if (any === undefined) throw portTaken(0);
  return any;
}

/** The number that was really listened on, or `undefined` when it is taken. */
async function listenOn(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? address?.port : undefined;
}
