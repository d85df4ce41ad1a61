import { EXIT_CODE } from '@foundnow/config';
import { FOREIGN_ROLE } from '@foundnow/postgres';
import { type InstallationSecrets, prepareSchemas, type Schemas } from '@foundnow/service/installation';
import { services } from './services.ts';
import { StackError } from './stack-error.ts';

/** Schemas, roles and migrations of everything that the stack runs. */
export async function schemasOfTheStack(adminUrl: string, secrets: InstallationSecrets): Promise<Schemas> {
  return prepareSchemas(adminUrl, services, secrets).catch(refuseForeignRoles);
}

/** Roles belong to a whole server: changing their passwords would cut the other installation off. */
function refuseForeignRoles(error: unknown): never {
  if ((error as { code?: unknown }).code !== FOREIGN_ROLE) throw error;
  throw new StackError(
    'Another installation of FoundNow uses this PostgreSQL server: its roles are not ours to change.',
    'Give each installation a server of its own, or start with the data folder that this one was made with.',
    EXIT_CODE.config,
  );
}
