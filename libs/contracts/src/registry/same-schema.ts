import { fingerprintOf } from '../generate/lock.ts';
import type { RecordType } from '../source/avro-type.ts';
import { parseAvro, SchemaError } from '../source/parse-avro.ts';

/** Undefined for what the house's part of Avro does not hold. */
export function tryParse(text: string): RecordType | undefined {
  try {
    return parseAvro(JSON.parse(text));
  } catch (error) {
    if (error instanceof SchemaError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Same bytes on the wire; docs and spelling may differ. */
export function sameSchema(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [tryParse(one), tryParse(other)];
  return a !== undefined && b !== undefined && fingerprintOf(a) === fingerprintOf(b);
}
