import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from '@foundnow/config';
import { type InstallationSecrets, type Schemas, secretEnvironment } from '@foundnow/service/installation';
import type { StackConfig } from './config.ts';
import { instancesOf, ownEnvironment } from './instances.ts';

export const TOKEN_ISSUER = 'https://foundnow.localhost';
export const TOKEN_AUDIENCE = 'foundnow';

/** What all instances of a service find in their environment, by service. `fn` finds it too. */
export function environmentsOf(
  config: StackConfig,
  schemas: Schemas,
  secrets: InstallationSecrets,
): Readonly<Record<string, Environment>> {
  const dir = resolve(config.DATA_DIR);
  const ofServices = instancesOf({ ...config, REPLICAS: {} }).map(
    (first) =>
      [
        first.name,
        {
          ...secretEnvironment(first.service, schemas, secrets),
          ...config.busEnvironment,
          HOST: config.HOST,
          DATABASE_OWNER_URL: schemas[first.service.schema]?.ownerUrl,
          JWKS_URL: pathToFileURL(join(dir, 'keys', 'jwks.json')).href,
          SEALING_JWKS_URL: pathToFileURL(join(dir, 'keys', 'sealing')).href,
          ...objectsOf(config, dir),
          TOKEN_ISSUER,
          TOKEN_AUDIENCE,
          CORS_ORIGINS: config.CORS_ORIGINS.join(','),
          LOG_LEVEL: config.LOG_LEVEL,
          OTEL_EXPORTER_OTLP_ENDPOINT: config.OTEL_EXPORTER_OTLP_ENDPOINT,
          ...ownEnvironment(first, config),
        },
      ] as const,
  );
  return { bus: { DATABASE_OWNER_URL: schemas.bus?.ownerUrl }, ...Object.fromEntries(ofServices) };
}

/** One folder for all; the first instance of the first service serves its addresses. */
function objectsOf({ HOST, BASE_PORT }: StackConfig, dir: string): Environment {
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST;
  return {
    OBJECT_STORE: 'local',
    OBJECT_DIR: join(dir, 'objects'),
    OBJECT_URL: `http://${host.includes(':') ? `[${host}]` : host}:${BASE_PORT + 1}/objects`,
  };
}
