import { z } from 'zod';

export interface ConvertedSchema {
  readonly schema: Record<string, unknown>;
  readonly components: Record<string, Record<string, unknown>>;
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12, so zod's own output goes in as it is; schemas with an id become components. */
export function convertSchema(schema: unknown, io: 'input' | 'output'): ConvertedSchema | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  const { $schema: _dialect, $defs: definitions = {}, ...root } = json as Record<string, unknown>;
  return { schema: root, components: definitions as Record<string, Record<string, unknown>> };
}
