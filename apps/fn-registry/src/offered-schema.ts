import { type OfferedSchema, readOffer, SchemaError } from '@foundnow/contracts/registry';
import { z } from 'zod';
import { invalidSchema, RegistryRefusal } from './registry-refusal.ts';

const body = z.object({
  schema: z.string(),
  schemaType: z.string().nullish(),
  references: z.array(z.unknown()).nullish(),
});

/** The schema in a request's body. Attributes that only a writable registry has (id, version, metadata) are let pass. */
export function offeredSchema(sent: unknown): OfferedSchema {
  const request = body.safeParse(sent);
  if (!request.success) {
    throw new RegistryRefusal(422, 422, 'Send {"schema": "…"}, the schema as one JSON text inside the JSON body');
  }
  const { schema, schemaType, references } = request.data;
  if (schemaType != null && schemaType !== 'AVRO') throw invalidSchema(`contracts are AVRO, not ${schemaType}`);
  if (references != null && references.length > 0) {
    throw invalidSchema('contracts refer to no other subjects: write the types where they are used');
  }
  try {
    return readOffer(schema);
  } catch (error) {
    if (error instanceof SchemaError) throw invalidSchema(error.message);
    if (error instanceof SyntaxError) throw invalidSchema('it is not JSON');
    // The stack ends before the nesting does.
    if (error instanceof RangeError) throw invalidSchema('it is nested too deeply');
    throw error;
  }
}
