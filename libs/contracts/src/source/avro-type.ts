/** The part of Avro that contracts may use, with names resolved: small enough that every tool here handles all of it. */
export type PrimitiveName = 'boolean' | 'int' | 'long' | 'float' | 'double' | 'string';

export interface PrimitiveType {
  readonly kind: 'primitive';
  readonly name: PrimitiveName;
  readonly logicalType: string | null;
}

export interface EnumType {
  readonly kind: 'enum';
  readonly fullName: string;
  readonly name: string;
  readonly doc: string | null;
  readonly symbols: readonly string[];
  readonly fallback: string | null;
}

export interface ArrayType {
  readonly kind: 'array';
  readonly items: AvroType;
}

/** `["null", T]`: the only union. */
export interface NullableType {
  readonly kind: 'nullable';
  readonly of: AvroType;
}

export interface RecordField {
  readonly name: string;
  readonly doc: string | null;
  readonly type: AvroType;
  readonly hasDefault: boolean;
  readonly default: unknown;
  /** The service that alone opens this JWE. */
  readonly sealedFor: string | null;
}

export interface RecordType {
  readonly kind: 'record';
  readonly fullName: string;
  readonly name: string;
  readonly doc: string | null;
  readonly fields: readonly RecordField[];
}

export type AvroType = PrimitiveType | EnumType | ArrayType | NullableType | RecordType;

/** The record or enum inside nullables and arrays. */
export function unwrap(type: AvroType): PrimitiveType | EnumType | RecordType {
  if (type.kind === 'nullable') return unwrap(type.of);
  if (type.kind === 'array') return unwrap(type.items);
  return type;
}

export interface FieldAtPath {
  /** Dotted; arrays leave no trace: `photos.objectKey`. */
  readonly path: string;
  readonly record: RecordType;
  readonly field: RecordField;
}

/** Every field of a record and of the records in it, outermost first. */
export function fieldsOf(record: RecordType, prefix = ''): FieldAtPath[] {
  return record.fields.flatMap((field) => {
    const path = prefix + field.name;
    const inner = unwrap(field.type);
    return [{ path, record, field }, ...(inner.kind === 'record' ? fieldsOf(inner, `${path}.`) : [])];
  });
}

/** Every named type in a record, itself first, each once. */
export function namedTypes(root: RecordType): (RecordType | EnumType)[] {
  const found = new Map<string, RecordType | EnumType>([[root.fullName, root]]);
  for (const { field } of fieldsOf(root)) {
    const inner = unwrap(field.type);
    if (inner.kind !== 'primitive') found.set(inner.fullName, inner);
  }
  return [...found.values()];
}
