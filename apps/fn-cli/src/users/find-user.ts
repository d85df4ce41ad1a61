import type { SchemaIds } from '@foundnow/contracts';
import type { MessageBus } from '@foundnow/messaging';
import { lastWordOn } from '../last-word.ts';
import type { KnownUser } from './user-event.ts';

export type FoundUser =
  | { readonly state: 'unknown' }
  | { readonly state: 'known'; readonly user: KnownUser }
  | {
      readonly state: 'erased';
      readonly user: Pick<KnownUser, 'orgId' | 'timeZone' | 'language' | 'aggregateVersion'>;
    };

/** A person as the log last knew her; a bus that is not read from its start knows nobody. */
export async function findUser(
  bus: Pick<MessageBus, 'read' | 'capabilities'>,
  schemaIds: SchemaIds,
  userId: string,
): Promise<FoundUser> {
  if (!bus.capabilities.readFromStart) return { state: 'unknown' };
  const last = await lastWordOn(bus, schemaIds, { id: userId, prefix: 'user.' });
  if (last?.name === 'user.erased') return { state: 'erased', user: last.payload };
  if (last?.name === 'user.registered' || last?.name === 'user.updated') return { state: 'known', user: last.payload };
  return { state: 'unknown' };
}
