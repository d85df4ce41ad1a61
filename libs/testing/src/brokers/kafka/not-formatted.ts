import { BrokerStartError } from '../broker-start-error.ts';
import { tellingLines } from '../telling-lines.ts';

export function notFormatted(folder: string, said: string): BrokerStartError {
  return new BrokerStartError(`Kafka could not format ${folder}: ${tellingLines(said)}`);
}
