import { createServer } from 'node:net';
import { ConfigError, EXIT_CODE } from '@foundnow/config';
import { StackError } from './stack-error.ts';

/** Says which port is taken before anything else is started. */
export async function refuseTakenPorts(host: string, ports: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    const obstacle = await tryToListen(host, port);
    if (obstacle === undefined) continue;
    if (obstacle === 'EACCES') {
      throw new ConfigError([{ key: 'BASE_PORT', reason: 'must be above 1023: lower ports are for root' }]);
    }
    if (obstacle !== 'EADDRINUSE') {
      throw new ConfigError([{ key: 'HOST', reason: `must be an address of this machine (${obstacle})` }]);
    }
    throw new StackError(
      `Port ${port}, which ${name} needs, is taken by another program (perhaps an earlier start of this one).`,
      'Stop that program, or choose as many other ports in a row: BASE_PORT=5000 npm start',
      EXIT_CODE.unavailable,
    );
  }
}

/** The system's word for what is in the way. */
function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code, message }: NodeJS.ErrnoException) => resolve(code ?? message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
