import { once } from 'node:events';
import { connect } from 'node:http2';

/** Does a gRPC server answer at `host:port`? Docker takes connections for a container that does not listen yet. */
export async function speaksHttp2(address: string, timeoutMs = 3_000): Promise<boolean> {
  const session = connect(`http://${address}`);
  session.on('error', () => undefined);
  try {
    await once(session, 'remoteSettings', { signal: AbortSignal.timeout(timeoutMs) });
    return true;
  } catch {
    return false;
  } finally {
    session.destroy();
  }
}
