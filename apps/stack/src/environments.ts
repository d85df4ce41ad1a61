import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from '@foundnow/config';
import type { StackConfig } from './config.ts';
import type { Schemas } from './schemas.ts';
import { services } from './services.ts';
import type { StackSecrets } from './stack-secrets.ts';

export const TOKEN_ISSUER = 'https://foundnow.localhost';
export const TOKEN_AUDIENCE = 'foundnow';

/** What each service would find in its environment if it were started by itself. */
export function environmentsOf(
  config: StackConfig,
  schemas: Schemas,
  secrets: StackSecrets,
): Readonly<Record<string, Environment>> {
  const dir = resolve(config.DATA_DIR);
  const ofServices = services.map(
    ({ name, schema }, index) =>
      [
        name,
        {
          HOST: config.HOST,
          PORT: String(config.BASE_PORT + 1 + index),
          DATABASE_URL: schemas[schema]?.appUrl,
          DATABASE_OWNER_URL: schemas[schema]?.ownerUrl,
          EVENT_BUS: config.EVENT_BUS,
          BUS_DATABASE_URL: schemas.bus?.appUrl,
          JWKS_URL: pathToFileURL(join(dir, 'keys', 'jwks.json')).href,
          TOKEN_ISSUER,
          TOKEN_AUDIENCE,
          CORS_ORIGINS: config.CORS_ORIGINS,
          LOG_LEVEL: config.LOG_LEVEL,
          LOG_FILE: config.LOG_TO === 'file' ? join(dir, 'logs', `${name}.log`) : undefined,
          OTEL_EXPORTER_OTLP_ENDPOINT: config.OTEL_EXPORTER_OTLP_ENDPOINT,
          PUBLIC_PLACE_KEY: name === 'fn-posts' ? secrets.bytes('public-place').toString('base64') : undefined,
        },
      ] as const,
  );
  return { bus: { DATABASE_OWNER_URL: schemas.bus?.ownerUrl }, ...Object.fromEntries(ofServices) };
}
