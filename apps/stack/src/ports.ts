import { createServer } from 'node:net';
import { StackError } from './stack-error.ts';

/** EX_UNAVAILABLE of sysexits(3). */
const PORT_TAKEN = 69;

/** Says which port is taken before anything else is started. */
export async function refuseTakenPorts(host: string, ports: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(host, port)) continue;
    throw new StackError(
      `Port ${port}, which ${name} needs, is taken by another program (perhaps an earlier start of this one).`,
      'Stop that program, or choose five other ports in a row: BASE_PORT=5000 npm start',
      PORT_TAKEN,
    );
  }
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
