import type { SchemaIds, users } from '@foundnow/contracts';
import type { MessageBus } from '@foundnow/messaging';
import { lastWordOn } from './last-word.ts';

type Organization = Pick<users.OrganizationUpdated, 'name' | 'status' | 'timeZone' | 'language' | 'settings'>;

/** What the log last said of an organization; undefined when it says nothing, or that it left. */
export async function findOrganization(
  bus: Pick<MessageBus, 'read'>,
  schemaIds: SchemaIds,
  organizationId: string,
): Promise<Organization | undefined> {
  const last = await lastWordOn(bus, schemaIds, { id: organizationId, prefix: 'organization.' });
  return last?.name === 'organization.created' || last?.name === 'organization.updated' ? last.payload : undefined;
}
