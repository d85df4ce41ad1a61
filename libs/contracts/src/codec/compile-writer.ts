import type { AvroType, RecordType } from '../source/avro-type.ts';
import { INVALID } from './slab.ts';
import type { Slab } from './slab.ts';

export type Writer = (slab: Slab, payload: unknown) => void;

/**
 * A function that checks and writes in one pass and throws INVALID for what `explain` would complain about.
 * Source text, because a loop over field names costs more than all the writing; names have passed `parseAvro`.
 */
export function compileWriter(record: RecordType): Writer {
  const records = new Map<RecordType, string>();
  const functions: string[] = [];
  const entry = define(record, records, functions);
  const source = `'use strict';\nconst own = Object.keys, isArray = Array.isArray;\n${functions.join('\n')}\nreturn ${entry};`;
  return (new Function('INVALID', 'undeclared', source) as WriterFactory)(INVALID, hasUndeclared);
}

type WriterFactory = (invalid: Error, undeclared: typeof hasUndeclared) => Writer;

function hasUndeclared(value: object, declared: ReadonlySet<string>): boolean {
  return Object.keys(value).some((name) => !declared.has(name));
}

function define(record: RecordType, records: Map<RecordType, string>, functions: string[]): string {
  const known = records.get(record);
  if (known) return known;
  const name = `write${records.size}`;
  records.set(record, name);
  const body = record.fields.map((field, index) => {
    const held = `v${index}`;
    const written = statement(field.type, held, records, functions);
    const read = `const ${held} = value.${field.name};`;
    if (!field.hasDefault) return `  ${read} ${written}`;
    const byDefault = statement(field.type, `d${index}`, records, functions);
    const standIn = `absent = true; const d${index} = ${JSON.stringify(completeDefault(field.type, field.default))};`;
    return `  ${read} if (${held} === undefined) { ${standIn} ${byDefault} } else { ${written} }`;
  });
  functions.push(
    [
      `const declared_${name} = new Set(${JSON.stringify(record.fields.map((field) => field.name))});`,
      `function ${name}(slab, value) {`,
      `  if (typeof value !== 'object' || value === null || isArray(value)) throw INVALID;`,
      `  let absent = false;`,
      ...body,
      `  if ((absent || own(value).length !== ${record.fields.length}) && undeclared(value, declared_${name})) throw INVALID;`,
      `}`,
    ].join('\n'),
  );
  return name;
}

function statement(type: AvroType, held: string, records: Map<RecordType, string>, functions: string[]): string {
  switch (type.kind) {
    case 'nullable':
      return `if (${held} === null) slab.byte(0); else { slab.byte(2); ${statement(type.of, held, records, functions)} }`;
    case 'array': {
      const item = `${held}i`;
      const each = statement(type.items, item, records, functions);
      const loop = `for (let k = 0; k < ${held}.length; k++) { const ${item} = ${held}[k]; ${each} }`;
      return `if (!isArray(${held})) throw INVALID; if (${held}.length > 0) { slab.long(${held}.length); ${loop} } slab.byte(0);`;
    }
    case 'record':
      return `${define(type, records, functions)}(slab, ${held});`;
    case 'enum': {
      const cases = type.symbols.map((symbol, index) => `case ${JSON.stringify(symbol)}: slab.long(${index}); break;`);
      return `switch (${held}) { ${cases.join(' ')} default: throw INVALID; }`;
    }
    case 'primitive':
      if (type.logicalType === 'uuid') return `if (typeof ${held} !== 'string' || !slab.uuid(${held})) throw INVALID;`;
      return `if (!(${test(type.name, type.logicalType, held)})) throw INVALID; slab.${type.name === 'int' ? 'long' : type.name}(${held});`;
  }
}

function test(name: string, logicalType: string | null, held: string): string {
  switch (name) {
    case 'int':
      return `typeof ${held} === 'number' && ${held} === (${held} | 0)`;
    case 'long':
      return logicalType === 'timestamp-millis'
        ? `Number.isInteger(${held}) && ${held} <= 8640000000000000 && ${held} >= -8640000000000000`
        : `Number.isSafeInteger(${held})`;
    case 'float':
    case 'double':
      return `Number.isFinite(${held})`;
    default:
      return `typeof ${held} === '${name}'`;
  }
}

/** A default with the defaults of records in it filled in. */
export function completeDefault(type: AvroType, value: unknown): unknown {
  if (type.kind !== 'record' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    type.fields.map((field) => {
      const given: unknown = Reflect.get(value, field.name) ?? field.default;
      return [field.name, completeDefault(field.type, given)];
    }),
  );
}
