import type { FieldAtPath, RecordType } from './avro-type.ts';
import type { Classes, Classification } from './catalog-file.ts';
import { CLASSIFICATIONS } from './catalog-file.ts';
import type { Contracts } from './contracts.ts';

export function classIn(classes: Classes | undefined, field: string): Classification | null {
  return CLASSIFICATIONS.find((name) => classes?.[name]?.includes(field)) ?? null;
}

/** Finds the class of a field: fields of the event in the topic's list, fields of nested records in theirs. */
export function classificationOf(
  contracts: Contracts,
  topicName: string,
): (event: RecordType, at: FieldAtPath) => Classification | null {
  const topic = contracts.topics.find((each) => each.name === topicName);
  return (event, { record, field }) =>
    classIn(record === event ? topic?.classification : topic?.records[record.name], field.name);
}
