const PLAIN = /^[a-z][a-z0-9_]{0,49}$/;

/** Names of schemas, tables and roles are ours and plain; anything else has no business in a statement. */
export function identifier(name: string): string {
  if (PLAIN.test(name)) return name;
  throw new TypeError(
    'A schema, table or role is named in lower case, digits and underscores, beginning with a letter.',
  );
}
