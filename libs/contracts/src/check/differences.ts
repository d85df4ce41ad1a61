import type { AvroType, EnumType, RecordType } from '../source/avro-type.ts';
import { unwrap } from '../source/avro-type.ts';

export interface Difference {
  /** Dotted path in the reader's or writer's record; empty for the record itself. */
  readonly path: string;
  readonly detail: string;
}

/** Everything that keeps a reader of one schema from understanding what a writer of another wrote. */
export function differences(writer: RecordType, reader: RecordType, prefix = ''): Difference[] {
  if (writer.fullName !== reader.fullName) {
    return [{ path: prefix.slice(0, -1), detail: `${writer.fullName} became ${reader.fullName}` }];
  }
  const missing = reader.fields
    .filter((field) => !field.hasDefault && !writer.fields.some((each) => each.name === field.name))
    .map((field) => ({ path: prefix + field.name, detail: 'missing in what is written, and without a default' }));
  const changed = writer.fields.flatMap((field) => {
    const wanted = reader.fields.find((each) => each.name === field.name);
    if (!wanted) return [];
    const path = prefix + field.name;
    const recipient = field.sealedFor === wanted.sealedFor ? [] : [{ path, detail: 'sealed for another service' }];
    return [...recipient, ...typeDifferences(field.type, wanted.type, path)];
  });
  return [...missing, ...changed];
}

function typeDifferences(writer: AvroType, reader: AvroType, path: string): Difference[] {
  if (writer.kind === 'nullable' && reader.kind !== 'nullable') {
    return [{ path, detail: 'null can be written and not be read' }];
  }
  if (reader.kind === 'nullable')
    return typeDifferences(writer.kind === 'nullable' ? writer.of : writer, reader.of, path);
  if (writer.kind === 'array' && reader.kind === 'array') return typeDifferences(writer.items, reader.items, path);
  if (writer.kind === 'record' && reader.kind === 'record') return differences(writer, reader, `${path}.`);
  if (writer.kind === 'enum' && reader.kind === 'enum') return enumDifferences(writer, reader, path);
  if (writer.kind !== 'primitive' || reader.kind !== 'primitive') {
    return [{ path, detail: `${labelOf(writer)} became ${labelOf(reader)}` }];
  }
  if (writer.logicalType !== reader.logicalType) {
    const logical = (type: typeof writer): string => type.logicalType ?? `plain ${type.name}`;
    return [{ path, detail: `the logical type changed from ${logical(writer)} to ${logical(reader)}` }];
  }
  const widened = writer.name === 'int' ? ['int', 'long', 'float', 'double'] : [writer.name];
  if (writer.name === 'long') widened.push('float', 'double');
  if (writer.name === 'float') widened.push('double');
  return widened.includes(reader.name) ? [] : [{ path, detail: `${writer.name} became ${reader.name}` }];
}

function enumDifferences(writer: EnumType, reader: EnumType, path: string): Difference[] {
  if (writer.fullName !== reader.fullName) return [{ path, detail: `${writer.fullName} became ${reader.fullName}` }];
  const unknown = writer.symbols.filter((symbol) => !reader.symbols.includes(symbol));
  return unknown.length === 0 || reader.fallback !== null
    ? []
    : [{ path, detail: `${unknown.join(', ')} can be written, and the enum has no default for them` }];
}

function labelOf(type: AvroType): string {
  if (type.kind === 'array') return `an array of ${labelOf(type.items)}`;
  const inner = unwrap(type);
  return inner.kind === 'primitive' ? inner.name : inner.fullName;
}
