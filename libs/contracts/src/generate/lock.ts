import { createHash } from 'node:crypto';
import type { AvroType, EnumType, RecordType } from '../source/avro-type.ts';
import type { Contracts, LockedSchema, RegistryLock } from '../source/contracts.ts';
import { eventsOf, subjectOf } from '../source/contracts.ts';

/** Gives each new version the next id. What is in the lock stays as it is, for ever. */
export function extendLock(contracts: Contracts): RegistryLock {
  const schemas: LockedSchema[] = [...contracts.lock.schemas];
  for (const event of eventsOf(contracts)) {
    for (const { version, record } of event.versions) {
      const subject = subjectOf(event.topic, record.fullName);
      if (schemas.some((locked) => locked.subject === subject && locked.version === version)) continue;
      const id = Math.max(0, ...schemas.map((locked) => locked.id)) + 1;
      schemas.push({ id, subject, version, fingerprint: fingerprintOf(record) });
    }
  }
  return { schemas };
}

export function lockFile(lock: RegistryLock): string {
  const lines = lock.schemas.map((locked) => `    ${JSON.stringify(locked)}`);
  return `{\n  "schemas": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Changes when anything that a reader or writer can notice changes; docs do not. */
export function fingerprintOf(type: RecordType | EnumType): string {
  return createHash('sha256')
    .update(JSON.stringify(essence(type, new Set())))
    .digest('hex')
    .slice(0, 32);
}

function essence(type: AvroType, seen: Set<string>): unknown {
  switch (type.kind) {
    case 'primitive':
      return [type.name, type.logicalType];
    case 'array':
      return { items: essence(type.items, seen) };
    case 'nullable':
      return { nullable: essence(type.of, seen) };
    case 'enum':
      return { enum: type.fullName, symbols: type.symbols, default: type.fallback };
    case 'record': {
      if (seen.has(type.fullName)) return type.fullName;
      seen.add(type.fullName);
      const fields = type.fields.map((field) => ({
        name: field.name,
        type: essence(field.type, seen),
        ...(field.hasDefault ? { default: field.default } : {}),
        ...(field.sealedFor ? { sealedFor: field.sealedFor } : {}),
      }));
      return { record: type.fullName, fields };
    }
  }
}
