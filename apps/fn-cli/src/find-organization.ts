import { EventDecoder, type SchemaIds, TOPICS, type users } from '@foundnow/contracts';
import type { MessageBus } from '@foundnow/messaging';

type Organization = Pick<users.OrganizationUpdated, 'name' | 'status' | 'timeZone' | 'language' | 'settings'>;

/** What the log last said of an organization; undefined when it says nothing, or that it left. */
export async function findOrganization(
  bus: Pick<MessageBus, 'read'>,
  schemaIds: SchemaIds,
  organizationId: string,
): Promise<Organization | undefined> {
  const decoder = new EventDecoder(schemaIds);
  let found: Organization | undefined;
  for await (const { key, value, attributes } of bus.read({
    topics: [TOPICS.users],
    from: 'beginning',
    follow: false,
  })) {
    if (key !== organizationId || !attributes.type.startsWith('organization.')) continue;
    const { name, payload } = await decoder.decode(value);
    found = name === 'organization.deleted' ? undefined : (payload as Organization);
  }
  return found;
}
