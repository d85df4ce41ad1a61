import type { AvroType } from '../source/avro-type.ts';
import type { Contracts } from '../source/contracts.ts';
import { eventsOf, newest } from '../source/contracts.ts';
import type { Problem } from './problem.ts';

/** What every event says about itself, so that a reader of any event finds it at the same place. */
const CONTEXT: Readonly<Record<string, string>> = {
  orgId: 'uuid?',
  visibility: 'Visibility',
  timeZone: 'string',
  language: 'string',
  aggregateVersion: 'long',
  occurredAt: 'timestamp-millis',
};

export function context(contracts: Contracts): Problem[] {
  return eventsOf(contracts).flatMap((event) => {
    const { record } = newest(event);
    const missing = Object.entries(CONTEXT)
      .filter(([name, type]) => labelOf(record.fields.find((field) => field.name === name)?.type) !== type)
      .map(([name, type]) => `every event has ${name}, of type ${type}`);
    const key = record.fields.find((field) => field.name === event.key);
    const keyed = labelOf(key?.type) === 'uuid' ? [] : [`the key ${event.key} is no field of type uuid`];
    return [...missing, ...keyed].map((detail) => ({ check: 'context', where: event.name, detail }));
  });
}

function labelOf(type: AvroType | undefined): string {
  switch (type?.kind) {
    case undefined:
      return 'nothing';
    case 'nullable':
      return `${labelOf(type.of)}?`;
    case 'array':
      return `${labelOf(type.items)}[]`;
    case 'primitive':
      return type.logicalType ?? type.name;
    case 'enum':
    case 'record':
      return type.name;
  }
}
