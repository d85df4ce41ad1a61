export { registrySchemaIds } from './registry/registry-schema-ids.ts';
export type { RegistrySchemaIdsOptions } from './registry/registry-options.ts';
