import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory } from 'kafkajs';

const KEEP_ALIVE_MS = 60_000;

/** The sockets of one client. kafkajs waits for answers before it lets go of one; this can let go of all of them. */
export class Sockets {
  private readonly open = new Set<Socket>();
  closed = false;

  constructor(private readonly encrypted: boolean) {}

  readonly factory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    // What kafkajs still tries after its client was given up must not come back to life.
    if (this.closed) throw new Error('This Kafka client was closed');
    const name = isIP(host) ? {} : { servername: host };
    const socket = this.encrypted
      ? connectTls({ host, port, ...name, ...ssl }, onConnect)
      : connectPlain({ host, port }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.setNoDelay(true);
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    return socket;
  };

  destroy(): void {
    this.closed = true;
    // Only an error makes kafkajs give up what waits for an answer on a socket.
    for (const socket of this.open) socket.destroy(new Error('This Kafka client was closed'));
  }
}
