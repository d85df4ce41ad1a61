import { z } from 'zod';
import type { AvroType, PrimitiveName, RecordType } from './avro-type.ts';

/** A schema that Avro or the house rules do not allow. Says where and what instead. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}

const PRIMITIVES: readonly string[] = ['boolean', 'int', 'long', 'float', 'double', 'string'];
const LOGICAL: Readonly<Record<string, PrimitiveName>> = { 'timestamp-millis': 'long', uuid: 'string' };

/** Names go into generated code: letters, digits and `_`, and nothing that every object has already. */
const plainName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'names start with a letter and hold letters, digits and _')
  .refine((name) => !(name in {}), 'the name is taken by JavaScript itself');

const primitive = z.strictObject({ type: z.string(), logicalType: z.string().optional() });
const array = z.strictObject({ type: z.literal('array'), items: z.unknown() });
const enumeration = z.strictObject({
  type: z.literal('enum'),
  name: plainName,
  doc: z.string().optional(),
  symbols: z.array(plainName).min(1),
  default: z.string().optional(),
});
const field = z.strictObject({
  name: plainName,
  doc: z.string().optional(),
  type: z.unknown(),
  default: z.unknown().optional(),
  sealedFor: z.string().optional(),
});
const record = z.strictObject({
  type: z.literal('record'),
  name: plainName,
  namespace: z
    .string()
    .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/, 'namespaces are dotted lower-case words')
    .optional(),
  doc: z.string().optional(),
  fields: z.array(field).min(1),
});

class Parser {
  readonly #named = new Map<string, AvroType>();
  #namespace = '';

  record(json: unknown, where: string): RecordType {
    const { name, namespace, doc, fields } = this.#shape(record, json, where);
    if (namespace !== undefined) this.#namespace = namespace;
    const fullName = this.#define(name, where);
    const parsed: RecordType = {
      kind: 'record',
      fullName,
      name,
      doc: doc ?? null,
      fields: fields.map((each) => ({
        name: each.name,
        doc: each.doc ?? null,
        type: this.type(each.type, `${where}.${each.name}`),
        hasDefault: 'default' in each,
        default: each.default,
        sealedFor: each.sealedFor ?? null,
      })),
    };
    this.#named.set(fullName, parsed);
    return parsed;
  }

  type(json: unknown, where: string): AvroType {
    if (typeof json === 'string') return this.#byName(json, null, where);
    if (Array.isArray(json)) return this.#union(json, where);
    const { type } = this.#shape(z.looseObject({ type: z.unknown() }), json, where);
    if (type === 'record') return this.record(json, where);
    if (type === 'array') {
      return { kind: 'array', items: this.type(this.#shape(array, json, where).items, `${where}[]`) };
    }
    if (type === 'enum') return this.#enum(json, where);
    const leaf = this.#shape(primitive, json, where);
    return this.#byName(leaf.type, leaf.logicalType ?? null, where);
  }

  #byName(name: string, logicalType: string | null, where: string): AvroType {
    if (PRIMITIVES.includes(name)) {
      if (logicalType !== null && LOGICAL[logicalType] !== name) {
        throw new SchemaError(
          `${where}: logical type ${logicalType} on ${name}; use timestamp-millis on long or uuid on string`,
        );
      }
      return { kind: 'primitive', name: name as PrimitiveName, logicalType };
    }
    const named = this.#named.get(name.includes('.') ? name : `${this.#namespace}.${name}`);
    if (!named) throw new SchemaError(`${where}: ${name} is no type that contracts may use, and none defined before`);
    return named;
  }

  #union(branches: readonly unknown[], where: string): AvroType {
    if (branches.length !== 2 || branches[0] !== 'null') {
      throw new SchemaError(`${where}: the only union is ["null", T], with null first`);
    }
    const of = this.type(branches[1], where);
    if (of.kind === 'nullable') throw new SchemaError(`${where}: a union cannot hold a union`);
    return { kind: 'nullable', of };
  }

  #enum(json: unknown, where: string): AvroType {
    const { name, doc, symbols, default: fallback } = this.#shape(enumeration, json, where);
    const fullName = this.#define(name, where);
    const parsed: AvroType = { kind: 'enum', fullName, name, doc: doc ?? null, symbols, fallback: fallback ?? null };
    this.#named.set(fullName, parsed);
    return parsed;
  }

  #define(name: string, where: string): string {
    const fullName = `${this.#namespace}.${name}`;
    if (this.#named.has(fullName))
      throw new SchemaError(`${where}: ${fullName} is defined twice; refer to it by its name`);
    return fullName;
  }

  #shape<T extends z.ZodType>(shape: T, json: unknown, where: string): z.infer<T> {
    const result = shape.safeParse(json);
    if (result.success) return result.data;
    throw new SchemaError(`${where}: ${result.error.issues.map((issue) => issue.message).join('; ')}`);
  }
}

/** Reads one `.avsc`; throws a SchemaError for anything outside the part of Avro that contracts may use. */
export function parseAvro(json: unknown): RecordType {
  return new Parser().record(json, 'schema');
}
