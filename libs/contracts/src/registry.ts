export { readOffer, reasonsAgainst, versionLike } from './registry/judge-schema.ts';
export type { OfferedSchema } from './registry/judge-schema.ts';
export type { RegistrySchemaIdsOptions } from './registry/registry-options.ts';
export { pingRegistry } from './registry/ping-registry.ts';
export { registrySchemaIds } from './registry/registry-schema-ids.ts';
export { SchemaError } from './source/parse-avro.ts';
