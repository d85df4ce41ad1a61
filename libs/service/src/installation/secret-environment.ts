import type { Service } from '../define-service.ts';
import type { InstallationSecrets } from './installation-secrets.ts';
import type { Schemas } from './prepare-schemas.ts';

/** What a service finds in its environment that nobody else may know. */
export function secretEnvironment(
  { schema, secrets: derived }: Pick<Service, 'schema' | 'secrets'>,
  schemas: Schemas,
  secrets: InstallationSecrets,
): Readonly<Record<string, string | undefined>> {
  const own = Object.entries(derived).map(
    ([key, purpose]) => [key, secrets.bytes(purpose).toString('base64')] as const,
  );
  return {
    DATABASE_URL: schemas[schema]?.appUrl,
    BUS_DATABASE_URL: schemas.bus?.appUrl,
    ...Object.fromEntries(own),
  };
}
