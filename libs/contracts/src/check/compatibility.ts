import avsc from 'avsc';
import type { Contracts, EventContract, SchemaVersion } from '../source/contracts.ts';
import { eventsOf } from '../source/contracts.ts';
import { differences } from './differences.ts';
import type { Difference } from './differences.ts';
import type { Problem } from './problem.ts';

/** FULL_TRANSITIVE: each version reads each other, in both directions; logical types never change. */
export function compatibility(contracts: Contracts): Problem[] {
  return eventsOf(contracts).flatMap((event) =>
    event.versions.flatMap((writer) =>
      event.versions.filter((reader) => reader !== writer).flatMap((reader) => unreadable(event, writer, reader)),
    ),
  );
}

function unreadable(event: EventContract, writer: SchemaVersion, reader: SchemaVersion): Problem[] {
  const found = differences(writer.record, reader.record);
  const all = found.length > 0 ? found : otherOpinion(writer, reader);
  return all.map(({ path, detail }) => {
    const readers = readersOf(event, path);
    const read = readers.length > 0 ? ` (read by ${readers.join(', ')})` : '';
    return {
      check: 'compatibility',
      where: event.name,
      detail: `what is written as v${writer.version} cannot be read as v${reader.version}: ${path || 'the record'}${read}: ${detail}`,
      consumers: Object.keys(event.consumers),
    };
  });
}

/** avsc decides by rules of its own; what either refuses is refused. */
function otherOpinion(writer: SchemaVersion, reader: SchemaVersion): Difference[] {
  try {
    avsc.Type.forSchema(reader.json as avsc.Schema).createResolver(avsc.Type.forSchema(writer.json as avsc.Schema));
    return [];
  } catch (error) {
    return [{ path: '', detail: error instanceof Error ? error.message : String(error) }];
  }
}

function readersOf(event: EventContract, path: string): string[] {
  return Object.entries(event.consumers)
    .filter(([, fields]) => fields.some((field) => path === field || path.startsWith(`${field}.`)))
    .map(([service]) => service);
}
