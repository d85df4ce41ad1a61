import { connect as connectPlain, isIP, Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory } from 'kafkajs';
import type { SilentBrokers } from './silent-brokers.ts';

export const CLIENT_CLOSED = 'This Kafka client was closed';
const KEEP_ALIVE_MS = 60_000;

/** The sockets of one client. kafkajs waits for answers before it lets go of one; this can let go of all of them. */
export class Sockets {
  private readonly open = new Map<Socket, string>();
  closed = false;

  constructor(
    private readonly encrypted: boolean,
    private readonly silent: SilentBrokers,
  ) {
    silent.listeners.add(this.hangUp);
  }

  readonly factory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    // What kafkajs still tries after its client was given up must not come back to life.
    if (this.closed) throw new Error(CLIENT_CLOSED);
    const broker = `${host}:${port}`;
    if (this.silent.has(broker)) return refused(broker);
    const name = isIP(host) ? {} : { servername: host };
    const socket = this.encrypted
      ? connectTls({ host, port, ...name, ...ssl }, onConnect)
      : connectPlain({ host, port }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.setNoDelay(true);
    this.open.set(socket, broker);
    socket.once('close', () => this.open.delete(socket));
    return socket;
  };

  destroy(): void {
    this.closed = true;
    this.silent.listeners.delete(this.hangUp);
    // Only an error makes kafkajs give up what waits for an answer on a socket.
    for (const socket of this.open.keys()) socket.destroy(new Error(CLIENT_CLOSED));
  }

  private readonly hangUp = (broker: string): void => {
    for (const [socket, of] of this.open) if (of === broker) socket.destroy(new Error('The broker does not answer'));
  };
}

/** As if nobody listened there: for kafkajs a reason to look for others. */
function refused(broker: string): Socket {
  const socket = new Socket();
  const error = Object.assign(new Error(`${broker} has not answered lately`), { code: 'ECONNREFUSED' });
  setImmediate(() => socket.destroy(error));
  return socket;
}
