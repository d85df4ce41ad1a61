import { migrateBus } from '@foundnow/messaging';
import { migrate, type ProvisionedSchema, provisionSchema } from '@foundnow/postgres';
import type { Service } from '../define-service.ts';
import type { InstallationSecrets } from './installation-secrets.ts';

export type Schemas = Readonly<Record<string, ProvisionedSchema>>;

/** A schema and two roles for each service and for the bus, and every migration that is not there yet. */
export async function prepareSchemas(
  adminUrl: string,
  services: readonly Pick<Service, 'schema' | 'migrations'>[],
  secrets: InstallationSecrets,
  { rolePrefix = '' }: { readonly rolePrefix?: string } = {},
): Promise<Schemas> {
  const prepared: Record<string, ProvisionedSchema> = {};
  for (const schema of ['bus', 'registry', ...services.map((service) => service.schema)]) {
    prepared[schema] = await provisionSchema(adminUrl, {
      schema,
      ownerPassword: secrets.password(`${schema}_owner`),
      appPassword: secrets.password(`${schema}_app`),
      installation: secrets.installation,
      rolePrefix,
    });
  }
  await migrateBus(ownerUrlOf(prepared, 'bus'));
  await Promise.all(
    services.map(({ schema, migrations }) => migrate(ownerUrlOf(prepared, schema), schema, migrations)),
  );
  return prepared;
}

function ownerUrlOf(schemas: Schemas, schema: string): string {
  const found = schemas[schema];
  if (!found) throw new Error(`The schema ${schema} was not provisioned`);
  return found.ownerUrl;
}
