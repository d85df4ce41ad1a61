import { userIdFor } from '@foundnow/auth';

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id stays as it is; a name is always the same organization, and never a person. */
export function organizationIdFor(idOrName: string): string {
  return UUID.test(idOrName) ? idOrName.toLowerCase() : userIdFor(`organization:${idOrName}`);
}
