/** `"schema"."table"`, for a schema name that comes from configuration. */
export function qualified(schema: string, table: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new TypeError('A schema name has lower-case letters, digits and underscores only.');
  }
  return `"${schema}"."${table}"`;
}
