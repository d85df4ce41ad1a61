import { userIdFor } from '@foundnow/auth';
import { UUID } from '../organization-id.ts';

/** An id stays as it is; a name is the person that `fn token` knows by it. */
export function userIdOf(idOrName: string): string {
  return UUID.test(idOrName) ? idOrName.toLowerCase() : userIdFor(idOrName);
}
