import type { AvroType, EnumType, PrimitiveType, RecordType } from '../source/avro-type.ts';
import { unwrap } from '../source/avro-type.ts';
import { completeDefault } from './compile-writer.ts';
import { BrokenBytes } from './cursor.ts';
import type { Cursor } from './cursor.ts';

export type Reader = (cursor: Cursor) => unknown;

/** The writer's schema cannot be read as the reader's, whatever the bytes. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/**
 * A function that reads what `writer` wrote as `reader` wants it. Source text for the same reason as the writer's:
 * object literals keep their shape, and nothing is looked up by name while reading.
 */
export function compileReader(writer: RecordType, reader: RecordType): Reader {
  const scope: Scope = { names: new Map(), functions: [] };
  const entry = define(writer, reader, scope);
  const source = `'use strict';\n${scope.functions.join('\n')}\nreturn ${entry};`;
  return (new Function('BrokenBytes', source) as (broken: typeof BrokenBytes) => Reader)(BrokenBytes);
}

interface Scope {
  readonly names: Map<string, string>;
  readonly functions: string[];
}

function define(writer: RecordType, reader: RecordType, scope: Scope): string {
  if (writer.fullName !== reader.fullName) throw new Unreadable(`${writer.fullName} is not ${reader.fullName}`);
  const key = keyOf(writer, reader);
  const known = scope.names.get(key);
  if (known) return known;
  const name = `read${scope.names.size}`;
  scope.names.set(key, name);
  const reads = writer.fields.map((field, index) => {
    const wanted = reader.fields.find((each) => each.name === field.name);
    return `  const f${index} = ${expression(field.type, wanted?.type ?? field.type, scope)};`;
  });
  const properties = reader.fields.map((field) => {
    const index = writer.fields.findIndex((each) => each.name === field.name);
    if (index === -1 && !field.hasDefault) throw new Unreadable(`${reader.fullName}.${field.name} has no default`);
    const held = index === -1 ? JSON.stringify(completeDefault(field.type, field.default)) : `f${index}`;
    return `${field.name}: ${held}`;
  });
  scope.functions.push(`function ${name}(cursor) {\n${reads.join('\n')}\n  return { ${properties.join(', ')} };\n}`);
  return name;
}

/** A field that the reader does not want is read as its writer wrote it: nobody else may be handed what skips it. */
function keyOf(writer: RecordType | EnumType, reader: RecordType | EnumType): string {
  return writer === reader ? `skipped ${reader.fullName}` : reader.fullName;
}

function expression(writer: AvroType, reader: AvroType, scope: Scope): string {
  if (writer.kind === 'nullable') {
    const inner = expression(writer.of, reader.kind === 'nullable' ? reader.of : reader, scope);
    const none =
      reader.kind === 'nullable' ? 'null' : `(() => { throw new BrokenBytes('null where a value must be'); })()`;
    return `(cursor.present() ? ${inner} : ${none})`;
  }
  if (reader.kind === 'nullable') return expression(writer, reader.of, scope);
  if (writer.kind === 'array' && reader.kind === 'array') return `${array(writer.items, reader.items, scope)}(cursor)`;
  if (writer.kind === 'record' && reader.kind === 'record') return `${define(writer, reader, scope)}(cursor)`;
  if (writer.kind === 'enum' && reader.kind === 'enum') return `${enumeration(writer, reader, scope)}(cursor)`;
  if (writer.kind === 'primitive' && reader.kind === 'primitive') return primitive(writer, reader);
  throw new Unreadable(`${nameOf(writer)} cannot be read as ${nameOf(reader)}`);
}

function array(writer: AvroType, reader: AvroType, scope: Scope): string {
  const item = expression(writer, reader, scope);
  const name = `array${scope.functions.length}`;
  scope.functions.push(
    [
      `function ${name}(cursor) {`,
      `  const items = [];`,
      `  for (let count = cursor.block(); count > 0; count = cursor.block()) {`,
      `    for (; count > 0; count--) items.push(${item});`,
      `  }`,
      `  return items;`,
      `}`,
    ].join('\n'),
  );
  return name;
}

function enumeration(writer: EnumType, reader: EnumType, scope: Scope): string {
  if (writer.fullName !== reader.fullName) throw new Unreadable(`${writer.fullName} is not ${reader.fullName}`);
  const key = keyOf(writer, reader);
  const known = scope.names.get(key);
  if (known) return known;
  const symbols = writer.symbols.map((symbol) => {
    const read = reader.symbols.includes(symbol) ? symbol : reader.fallback;
    if (read === null) throw new Unreadable(`${reader.fullName} has no ${symbol} and no default`);
    return read;
  });
  const name = `symbol${scope.names.size}`;
  scope.names.set(key, name);
  scope.functions.push(
    [
      `const symbols_${name} = ${JSON.stringify(symbols)};`,
      `function ${name}(cursor) {`,
      `  const index = cursor.long();`,
      `  if (index < 0 || index >= ${symbols.length}) throw new BrokenBytes('an enum has no such symbol');`,
      `  return symbols_${name}[index];`,
      `}`,
    ].join('\n'),
  );
  return name;
}

const WIDENS: Readonly<Record<string, readonly string[]>> = {
  int: ['long', 'float', 'double'],
  long: ['float', 'double'],
  float: ['double'],
};

function primitive(writer: PrimitiveType, reader: PrimitiveType): string {
  if (writer.name !== reader.name && !WIDENS[writer.name]?.includes(reader.name)) {
    throw new Unreadable(`${writer.name} cannot be read as ${reader.name}`);
  }
  return `cursor.${methodOf(reader) ?? writer.name}()`;
}

/** What a logical type promises is kept towards handlers, whoever wrote the bytes. */
function methodOf({ logicalType }: PrimitiveType): 'time' | 'uuid' | null {
  if (logicalType === 'timestamp-millis') return 'time';
  return logicalType === 'uuid' ? 'uuid' : null;
}

function nameOf(type: AvroType): string {
  if (type.kind === 'array') return `array of ${nameOf(type.items)}`;
  const inner = unwrap(type);
  return inner.kind === 'primitive' ? inner.name : inner.fullName;
}
