import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalog } from './catalog-file.ts';
import type { Contracts, EventContract, Example, RegistryLock, SchemaVersion } from './contracts.ts';
import { parseAvro, SchemaError } from './parse-avro.ts';

const VERSION_FILE = /^v([1-9][0-9]*)\.avsc$/;

/** Reads a `schemas/` folder. Throws for what no check could work on: broken JSON, Avro outside the rules. */
export function loadContracts(dir: string): Contracts {
  const catalog = parseCatalog(readFileSync(join(dir, 'catalog.yaml'), 'utf8'));
  const topics = Object.entries(catalog.topics).map(([name, { events, key, ...topic }]) => ({
    name,
    ...topic,
    events: Object.entries(events).map(([event, entry]) =>
      loadEvent(dir, name, topic.owner, event, { key: entry.key ?? key, consumers: entry.consumers }),
    ),
  }));
  const known = new Set(topics.flatMap((topic) => topic.events.map((event) => `${event.owner}/${event.name}`)));
  return { topics, lock: loadLock(dir), strays: strayFolders(dir).filter((folder) => !known.has(folder)) };
}

type EventEntry = Pick<EventContract, 'key' | 'consumers'>;

function loadEvent(dir: string, topic: string, owner: string, name: string, entry: EventEntry): EventContract {
  const folder = join(owner, name);
  const versions = list(join(dir, folder))
    .flatMap((file): SchemaVersion[] => {
      const version = Number(VERSION_FILE.exec(file)?.[1] ?? 0);
      return version === 0 ? [] : [loadVersion(dir, join(folder, file), version)];
    })
    .sort((a, b) => a.version - b.version);
  const examples = list(join(dir, folder, 'examples')).map((file): Example => {
    const path = join(folder, 'examples', file);
    return { name: file.replace(/\.json$/, ''), file: path, payload: readJson(dir, path) };
  });
  return { name, topic, owner, ...entry, versions, examples };
}

function loadVersion(dir: string, file: string, version: number): SchemaVersion {
  const json = readJson(dir, file);
  try {
    return { version, file, json, record: parseAvro(json) };
  } catch (error) {
    throw new SchemaError(`schemas/${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function loadLock(dir: string): RegistryLock {
  return existsSync(join(dir, 'registry.lock.json'))
    ? (readJson(dir, 'registry.lock.json') as RegistryLock)
    : { schemas: [] };
}

function strayFolders(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((owner) => list(join(dir, owner.name)).map((event) => `${owner.name}/${event}`));
}

function list(dir: string): string[] {
  return existsSync(dir) ? readdirSync(dir).sort() : [];
}

function readJson(dir: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(dir, file), 'utf8'));
  } catch {
    throw new SchemaError(`schemas/${file} is not JSON`);
  }
}
