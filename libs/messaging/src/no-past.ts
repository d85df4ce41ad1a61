import { DomainError } from '@foundnow/kernel';
import type { MessageBus } from './message-bus.port.ts';

/** For who asks for what was published before, where the transport delivers only what comes from now on. */
export function noPast(wanted: string): DomainError {
  const instead = 'The real service of Pub/Sub, Kafka and the embedded bus can. What comes from now on: fn events tail';
  const detail = `${wanted} begins in the past, and this bus cannot go back, as emulators of Pub/Sub cannot. ${instead}`;
  return new DomainError('bus.no_past', 'conflict', detail);
}

export function demandPast({ capabilities }: Pick<MessageBus, 'capabilities'>, wanted: string): void {
  if (!capabilities.readFromStart) throw noPast(wanted);
}
