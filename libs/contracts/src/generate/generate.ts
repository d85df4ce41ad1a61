import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Contracts } from '../source/contracts.ts';
import { loadContracts } from '../source/load-contracts.ts';
import { asyncApiFile } from './asyncapi.ts';
import { eventsDocument } from './events-document.ts';
import { kafkaAclsDocument } from './kafka-acls-document.ts';
import { extendLock, lockFile } from './lock.ts';
import { catalogFile, eventMapFile, schemasFile } from './ts-catalog.ts';
import { typesFile } from './ts-types.ts';

const TYPESCRIPT = 'libs/contracts/src/generated';

/** Path from the root of the repository → what belongs there. */
export function generatedFiles(contracts: Contracts): Map<string, string> {
  const current: Contracts = { ...contracts, lock: extendLock(contracts) };
  const files = new Map<string, string>([['schemas/registry.lock.json', lockFile(current.lock)]]);
  for (const owner of new Set(current.topics.map((topic) => topic.owner))) {
    const events = current.topics.filter((topic) => topic.owner === owner).flatMap((topic) => topic.events);
    files.set(`${TYPESCRIPT}/${owner}.ts`, typesFile(events));
  }
  files.set(`${TYPESCRIPT}/event-map.ts`, eventMapFile(current));
  files.set(`${TYPESCRIPT}/catalog.ts`, catalogFile(current));
  files.set(`${TYPESCRIPT}/schemas.ts`, schemasFile(current));
  files.set('docs/events.md', eventsDocument(current));
  files.set('docs/asyncapi.json', asyncApiFile(current));
  files.set('docs/kafka-acls.md', kafkaAclsDocument(current));
  return files;
}

/** Writes what differs, removes what nothing generates any more, and says what it was. With `check` it only says. */
export function generate(root: string, { check }: { check: boolean }): string[] {
  const files = generatedFiles(loadContracts(join(root, 'schemas')));
  const differing = [...files].filter(([path, content]) => read(join(root, path)) !== content);
  const left = leftOver(root, files);
  const said = [
    ...differing.map(([path, content]) =>
      check ? `${path}: ${firstDifference(read(join(root, path)), content)}` : path,
    ),
    ...left.map((path) => (check ? `${path}: nothing generates it` : `${path} (removed)`)),
  ];
  if (check) return said;
  for (const path of left) rmSync(join(root, path));
  for (const [path, content] of differing) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return said;
}

function leftOver(root: string, files: ReadonlyMap<string, string>): string[] {
  const folder = join(root, TYPESCRIPT);
  const found = existsSync(folder) ? readdirSync(folder).map((name) => `${TYPESCRIPT}/${name}`) : [];
  return found.filter((path) => !files.has(path));
}

function read(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function firstDifference(found: string | null, expected: string): string {
  if (found === null) return 'missing';
  const have = found.split('\n');
  const line = expected.split('\n').findIndex((text, index) => text !== have[index]);
  return line === -1 ? `ends late, at line ${expected.split('\n').length}` : `differs from line ${line + 1} on`;
}
