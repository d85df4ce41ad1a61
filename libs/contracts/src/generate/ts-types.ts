import type { AvroType, EnumType, RecordType } from '../source/avro-type.ts';
import { namedTypes } from '../source/avro-type.ts';
import type { EventContract } from '../source/contracts.ts';
import { newest } from '../source/contracts.ts';
import { HEADER } from './header.ts';

/** One file per owner: an interface per event and nested record, a union per enum. */
export function typesFile(events: readonly EventContract[]): string {
  const types = new Map<string, RecordType | EnumType>();
  for (const event of events) {
    for (const type of namedTypes(newest(event).record)) types.set(type.fullName, type);
  }
  return `${HEADER}\n${[...types.values()].map(declaration).join('\n')}`;
}

function declaration(type: RecordType | EnumType): string {
  if (type.kind === 'enum') {
    return `${comment(type.doc, '')}export type ${type.name} = ${type.symbols.map((symbol) => `'${symbol}'`).join(' | ')};\n`;
  }
  const fields = type.fields.map((field) => {
    const sealed = field.sealedFor ? ` Only ${field.sealedFor} opens it.` : '';
    return `${comment(`${field.doc ?? ''}${sealed}${unit(field.type)}`, '  ')}  readonly ${field.name}: ${typeOf(field.type)};\n`;
  });
  return `${comment(type.doc, '')}export interface ${type.name} {\n${fields.join('')}}\n`;
}

function typeOf(type: AvroType): string {
  switch (type.kind) {
    case 'nullable':
      return `${typeOf(type.of)} | null`;
    case 'array':
      return `readonly ${type.items.kind === 'nullable' ? `(${typeOf(type.items)})` : typeOf(type.items)}[]`;
    case 'record':
    case 'enum':
      return type.name;
    case 'primitive':
      if (type.name === 'string') return 'string';
      return type.name === 'boolean' ? 'boolean' : 'number';
  }
}

function unit(type: AvroType): string {
  const inner = type.kind === 'nullable' ? type.of : type;
  return inner.kind === 'primitive' && inner.logicalType === 'timestamp-millis' ? ' Milliseconds since 1970, UTC.' : '';
}

function comment(doc: string | null, indent: string): string {
  return doc ? `${indent}/** ${doc.replaceAll('*/', '* /')} */\n` : '';
}
