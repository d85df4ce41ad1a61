import { z } from 'zod';

/** For `@ApiBody(...)` on routes whose body may be left out: its schema has a default as a whole. */
export function optionalBody(body: z.ZodDefault) {
  const { $schema: _, ...schema } = z.toJSONSchema(body, { io: 'input' });
  return { required: false, schema: schema as object };
}
