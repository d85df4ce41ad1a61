import { createHash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The inbox knows events by UUID. CloudEvents asks only that source and id together are unique, so for a foreign event
 * they make one, and where a message lies does for one without an id.
 */
export function eventIdFrom(id: string | undefined, source: string, place: string): string {
  if (id === undefined || id === '') return derivedId(place);
  return UUID.test(id) ? id : derivedId(`${source}\n${id}`);
}

function derivedId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
