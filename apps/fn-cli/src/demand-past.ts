import { DomainError } from '@foundnow/kernel';
import type { MessageBus } from '@foundnow/messaging';

/** An emulator of Pub/Sub delivers what is published from now on, and has no log to look back in. */
export function demandPast(bus: Pick<MessageBus, 'capabilities'>): void {
  if (bus.capabilities.readFromStart) return;
  throw new DomainError(
    'bus.no_past',
    'conflict',
    'This bus keeps no past that could be read, as emulators of Pub/Sub do. What comes from now on: fn events tail',
  );
}
