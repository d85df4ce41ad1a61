import fc from 'fast-check';
import type { AvroType, PrimitiveType } from '../src/source/avro-type.ts';

/** Beyond it the other implementation is no longer exact. */
const MAX_LONG = 2 ** 51;

/** Values that fit a type: every branch, text of every kind, numbers at their limits. */
export function arbitraryOf(type: AvroType): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'primitive':
      return primitive(type);
    case 'enum':
      return fc.constantFrom(...type.symbols);
    case 'nullable':
      return fc.option(arbitraryOf(type.of), { nil: null });
    case 'array':
      return fc.array(arbitraryOf(type.items), { maxLength: 4 });
    case 'record':
      return fc.record(Object.fromEntries(type.fields.map((field) => [field.name, arbitraryOf(field.type)])), {
        noNullPrototype: true,
      });
  }
}

function primitive({ name, logicalType }: PrimitiveType): fc.Arbitrary<unknown> {
  if (logicalType === 'uuid') return fc.uuid();
  switch (name) {
    case 'string':
      return fc.oneof(
        fc.uuid(),
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.string({ minLength: 60, maxLength: 200 }),
      );
    case 'boolean':
      return fc.boolean();
    case 'int':
      return fc.integer();
    case 'long':
      return fc.integer({ min: -MAX_LONG, max: MAX_LONG });
    case 'float':
      return fc.float({ noNaN: true, noDefaultInfinity: true });
    case 'double':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
  }
}
