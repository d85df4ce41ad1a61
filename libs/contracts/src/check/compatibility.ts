import avsc from 'avsc';
import type { Contracts, EventContract, SchemaVersion } from '../source/contracts.ts';
import { eventsOf } from '../source/contracts.ts';
import { differences } from './differences.ts';
import type { Difference } from './differences.ts';
import type { Problem } from './problem.ts';

type Version = Pick<SchemaVersion, 'version' | 'json' | 'record'>;
type Consumers = EventContract['consumers'];

/** FULL_TRANSITIVE: each version reads each other, in both directions; logical types never change. */
export function compatibility(contracts: Contracts): Problem[] {
  return eventsOf(contracts).flatMap(({ name, versions, consumers }) =>
    versions.flatMap((writer) =>
      versions
        .filter((reader) => reader !== writer)
        .flatMap((reader) => unreadable(writer, reader, consumers))
        .map((detail) => ({ check: 'compatibility', where: name, detail, consumers: Object.keys(consumers) })),
    ),
  );
}

/** Why a version cannot join those that are there: the words of the check, for a registry to refuse it with. */
export function incompatibilities(added: Version, there: readonly Version[], consumers: Consumers): string[] {
  return [
    ...there.flatMap((writer) => unreadable(writer, added, consumers)),
    ...there.flatMap((reader) => unreadable(added, reader, consumers)),
  ];
}

function unreadable(writer: Version, reader: Version, consumers: Consumers): string[] {
  const found = differences(writer.record, reader.record);
  const all = found.length > 0 ? found : otherOpinion(writer, reader);
  return all.map(({ path, detail }) => {
    const readers = readersOf(consumers, path);
    const read = readers.length > 0 ? ` (read by ${readers.join(', ')})` : '';
    return `what is written as v${writer.version} cannot be read as v${reader.version}: ${path || 'the record'}${read}: ${detail}`;
  });
}

/** avsc decides by rules of its own; what either refuses is refused. */
function otherOpinion(writer: Version, reader: Version): Difference[] {
  try {
    avsc.Type.forSchema(reader.json as avsc.Schema).createResolver(avsc.Type.forSchema(writer.json as avsc.Schema));
    return [];
  } catch (error) {
    return [{ path: '', detail: error instanceof Error ? error.message : String(error) }];
  }
}

function readersOf(consumers: Consumers, path: string): string[] {
  return Object.entries(consumers)
    .filter(([, fields]) => fields.some((field) => path === field || path.startsWith(`${field}.`)))
    .map(([service]) => service);
}
