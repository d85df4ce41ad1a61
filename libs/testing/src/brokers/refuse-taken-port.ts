import { isFree } from '../free-ports.ts';
import { BrokerStartError } from './broker-start-error.ts';

/** Before anything is started there: whatever answers at that port would be taken for it. */
export async function refuseTakenPort(port: number): Promise<void> {
  if (await isFree(port)) return;
  throw new BrokerStartError(`Port ${port} on 127.0.0.1 is taken.`, 'Stop what listens there, or choose another port.');
}
