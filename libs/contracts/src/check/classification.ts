import { fieldsOf } from '../source/avro-type.ts';
import { CLASSIFICATIONS } from '../source/catalog-file.ts';
import type { Classes } from '../source/catalog-file.ts';
import { classificationOf } from '../source/classification.ts';
import type { Contracts, TopicContract } from '../source/contracts.ts';
import type { Problem } from './problem.ts';

/** Each field of each version has one class, `sealed` exactly when the schema names who opens it; nothing is stale. */
export function classification(contracts: Contracts): Problem[] {
  return contracts.topics.flatMap((topic) => [...unclassified(contracts, topic), ...stale(topic)]);
}

function unclassified(contracts: Contracts, topic: TopicContract): Problem[] {
  const classOf = classificationOf(contracts, topic.name);
  return topic.events.flatMap((event) =>
    event.versions.flatMap(({ record, version }) =>
      fieldsOf(record).flatMap((at) => {
        const found = classOf(record, at);
        const list = at.record === record ? 'classification' : `records.${at.record.name}`;
        if (found === null) {
          const detail = `${at.path} of v${version} has no class: add it to ${list} of ${topic.name} in catalog.yaml`;
          return [{ check: 'classification', where: event.name, detail }];
        }
        if ((found === 'sealed') === (at.field.sealedFor !== null)) return [];
        const detail = `${at.path} is ${found} in catalog.yaml and ${at.field.sealedFor ? '' : 'not '}sealed in v${version}`;
        return [{ check: 'classification', where: event.name, detail }];
      }),
    ),
  );
}

function stale(topic: TopicContract): Problem[] {
  const seen = new Map<string, Set<string>>();
  for (const { record } of topic.events.flatMap((event) => event.versions)) {
    for (const at of fieldsOf(record)) {
      const list = at.record === record ? '' : at.record.name;
      seen.set(list, (seen.get(list) ?? new Set()).add(at.field.name));
    }
  }
  const lists: [string, Classes][] = [['', topic.classification], ...Object.entries(topic.records)];
  return lists.flatMap(([list, classes]) => {
    const names = CLASSIFICATIONS.flatMap((name) => classes[name] ?? []);
    const where = `${topic.name}${list === '' ? '' : ` ${list}`}`;
    return names.flatMap((name, index): Problem[] => {
      if (names.indexOf(name) !== index) return [{ check: 'classification', where, detail: `${name} has two classes` }];
      return seen.get(list)?.has(name)
        ? []
        : [{ check: 'classification', where, detail: `no schema has ${name}: remove it` }];
    });
  });
}
