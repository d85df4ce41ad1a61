import { migrateBus } from '@foundnow/messaging';
import { FOREIGN_ROLE, migrate, type ProvisionedSchema, provisionSchema } from '@foundnow/postgres';
import { services } from './services.ts';
import { StackError } from './stack-error.ts';
import type { StackSecrets } from './stack-secrets.ts';

export type Schemas = Readonly<Record<string, ProvisionedSchema>>;

/** A schema and two roles for each service and for the bus, and every migration that is not there yet. */
export async function prepareSchemas(adminUrl: string, secrets: StackSecrets): Promise<Schemas> {
  const prepared: Record<string, ProvisionedSchema> = {};
  for (const schema of ['bus', 'registry', ...services.map((service) => service.schema)]) {
    prepared[schema] = await provisionSchema(adminUrl, {
      schema,
      ownerPassword: secrets.password(`${schema}_owner`),
      appPassword: secrets.password(`${schema}_app`),
      installation: secrets.installation,
    }).catch(refuseForeignRoles);
  }
  await migrateBus(ownerUrlOf(prepared, 'bus'));
  await Promise.all(
    services.map(({ schema, migrations }) => migrate(ownerUrlOf(prepared, schema), schema, migrations)),
  );
  return prepared;
}

/** EX_CONFIG of sysexits(3). */
const WRONG_SERVER = 78;

/** Roles belong to a whole server: changing their passwords would cut the other installation off. */
function refuseForeignRoles(error: unknown): never {
  if ((error as { code?: unknown }).code !== FOREIGN_ROLE) throw error;
  throw new StackError(
    'Another installation of FoundNow uses this PostgreSQL server: its roles are not ours to change.',
    'Give each installation a server of its own, or start with the data folder that this one was made with.',
    WRONG_SERVER,
  );
}

function ownerUrlOf(schemas: Schemas, schema: string): string {
  const found = schemas[schema];
  if (!found) throw new Error(`The schema ${schema} was not provisioned`);
  return found.ownerUrl;
}
