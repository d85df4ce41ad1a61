import { askRegistry } from './ask-registry.ts';
import { badAnswer } from './registry-error.ts';
import { registryAccess, type RegistrySchemaIdsOptions } from './registry-options.ts';

/** Does it answer us? Whatever it says of a path that it may not know, it is there; a refused login is not enough. */
export async function pingRegistry(options: RegistrySchemaIdsOptions, signal: AbortSignal): Promise<void> {
  const access = registryAccess(options);
  const { status } = await askRegistry(access, '/schemas/types', signal);
  if (status === 401 || status === 403 || status >= 500) throw badAnswer(access, status, 'it was asked for its types');
}
