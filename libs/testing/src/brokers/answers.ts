import { once } from 'node:events';
import { connect } from 'node:net';

/** Does anything listen at `host:port`? */
export async function answers(address: string, timeoutMs = 3_000): Promise<boolean> {
  const [, host, port] = /^\[?(.+?)\]?:(\d+)$/.exec(address) ?? [];
  if (host === undefined || port === undefined) return false;
  const socket = connect({ host, port: Number(port) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(timeoutMs) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
