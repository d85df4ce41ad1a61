import type { EnumType, RecordType } from '../source/avro-type.ts';
import { fieldsOf, namedTypes, unwrap } from '../source/avro-type.ts';
import type { Contracts, EventContract } from '../source/contracts.ts';
import { eventsOf } from '../source/contracts.ts';
import type { Problem } from './problem.ts';

const EVENT = /^[a-z]+\.[a-z]+(_[a-z]+)*$/;
const FIELD = /^[a-z][a-zA-Z0-9]*$/;
const SYMBOL = /^[a-z][a-z0-9_]*$/;
const TIME = /(At|From|To|Until|By)$/;

/** Names that people can guess, docs everywhere, enums that survive a symbol they do not know. */
export function naming(contracts: Contracts): Problem[] {
  return eventsOf(contracts).flatMap((event) =>
    [...eventNames(event), ...event.versions.flatMap(({ record }) => recordNames(record))].map((detail) => ({
      check: 'naming',
      where: event.name,
      detail,
    })),
  );
}

function eventNames(event: EventContract): string[] {
  const wanted = event.name.replaceAll(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const fullName = `foundnow.${event.owner.replaceAll('-', '_')}.${wanted}`;
  const wrong = event.versions.filter(({ record }) => record.fullName !== fullName);
  return [
    ...(EVENT.test(event.name) ? [] : ['an event is named noun.past_tense: post.photo_added']),
    ...wrong.map(({ version, record }) => `v${version} is named ${record.fullName}; the event's record is ${fullName}`),
    ...(event.versions.length > 0 ? [] : [`there is no schemas/${event.owner}/${event.name}/v1.avsc`]),
    ...event.versions
      .filter(({ version }, index) => version !== index + 1)
      .map(({ version }) => `v${version} is there and the version before it is not`),
  ];
}

function recordNames(record: RecordType): string[] {
  const fields = fieldsOf(record).flatMap(({ path, field }) => {
    const inner = unwrap(field.type);
    const isTime = inner.kind === 'primitive' && inner.logicalType === 'timestamp-millis';
    return [
      ...(FIELD.test(field.name) ? [] : [`${path}: fields are named in camelCase`]),
      ...(field.doc ? [] : [`${path} has no doc`]),
      ...(isTime && !TIME.test(field.name) ? [`${path}: a time is named …At, …From, …To, …Until or …By`] : []),
      ...(field.sealedFor !== null && !field.name.startsWith('sealed')
        ? [`${path}: a sealed field is named sealed…`]
        : []),
      ...(field.sealedFor === null && field.name.startsWith('sealed')
        ? [`${path}: name who opens it in sealedFor`]
        : []),
      ...(field.sealedFor !== null && !(inner.kind === 'primitive' && inner.name === 'string')
        ? [`${path}: a sealed field is a string`]
        : []),
    ];
  });
  return [...fields, ...namedTypes(record).flatMap(typeNames)];
}

function typeNames(type: RecordType | EnumType): string[] {
  const doc = type.doc ? [] : [`${type.name} has no doc`];
  if (type.kind === 'record') return doc;
  const odd = type.symbols.filter((symbol) => !SYMBOL.test(symbol));
  return [
    ...doc,
    ...(odd.length > 0 ? [`${type.name}: symbols are lower case: ${odd.join(', ')}`] : []),
    ...(type.fallback === 'unknown'
      ? []
      : [`${type.name} needs the default symbol unknown: readers will meet new symbols`]),
  ];
}
