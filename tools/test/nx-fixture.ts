import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fixture, openFixture, REPOSITORY } from './fixture.ts';

/** A small Nx workspace with this repository's nx.json and import graph. */
export function openNxFixture(name: string): Fixture {
  const fixture = openFixture(name, ['nx.json', '.nxignore']);
  cpSync(join(REPOSITORY, 'tools/nx'), join(fixture.root, 'tools/nx'), { recursive: true });
  mkdirSync(join(fixture.root, 'node_modules'));
  symlinkSync(join(REPOSITORY, 'node_modules/nx'), join(fixture.root, 'node_modules/nx'));
  writeFileSync(join(fixture.root, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }');
  return fixture;
}
