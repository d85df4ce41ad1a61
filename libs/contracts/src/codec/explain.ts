import type { FieldError } from '@foundnow/kernel';
import type { AvroType, PrimitiveType } from '../source/avro-type.ts';
import { isUuid } from './uuid-text.ts';

const MAX_MILLIS = 8_640_000_000_000_000;

/** Everything that keeps a value from being written as `type`, by path and reason; never the value. */
export function explain(type: AvroType, value: unknown, path = ''): FieldError[] {
  switch (type.kind) {
    case 'nullable':
      return value === null ? [] : explain(type.of, value, path);
    case 'array':
      return Array.isArray(value)
        ? Array.from(value as unknown[]).flatMap((item, index) => explain(type.items, item, `${path}[${index}]`))
        : [wrong(path, 'an array')];
    case 'enum':
      return typeof value === 'string' && type.symbols.includes(value)
        ? []
        : [wrong(path, `one of ${type.symbols.join(', ')}`)];
    case 'record': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [wrong(path, 'an object')];
      const prefix = path === '' ? '' : `${path}.`;
      const declared = new Set(type.fields.map((field) => field.name));
      const undeclared = Object.keys(value)
        .filter((name) => !declared.has(name))
        .map((name) => ({ path: prefix + name, code: 'undeclared', detail: `${type.fullName} has no such field` }));
      return type.fields.reduce<FieldError[]>((errors, field) => {
        const held: unknown = Object.hasOwn(value, field.name) ? Reflect.get(value, field.name) : undefined;
        const absent = held === undefined && field.hasDefault;
        return absent ? errors : [...errors, ...explain(field.type, held, prefix + field.name)];
      }, undeclared);
    }
    case 'primitive': {
      const wanted = wantedOf(type, value);
      return wanted === null ? [] : [wrong(path, wanted)];
    }
  }
}

function wrong(path: string, wanted: string): FieldError {
  return { path: path === '' ? '(payload)' : path, code: 'invalid', detail: `must be ${wanted}` };
}

function wantedOf(type: PrimitiveType, value: unknown): string | null {
  switch (type.name) {
    case 'string':
      if (type.logicalType === 'uuid') return typeof value === 'string' && isUuid(value) ? null : 'a UUID';
      return typeof value === 'string' ? null : 'text';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false';
    case 'int':
      return typeof value === 'number' && (value | 0) === value ? null : 'a whole number of 32 bits';
    case 'long': {
      if (type.logicalType === 'timestamp-millis') {
        return Number.isInteger(value) && Math.abs(value as number) <= MAX_MILLIS ? null : 'milliseconds since 1970';
      }
      return Number.isSafeInteger(value) ? null : 'a whole number below 2^53';
    }
    case 'float':
    case 'double':
      return Number.isFinite(value) ? null : 'a finite number';
  }
}
