import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../verify/fixtures', import.meta.url));

export interface Fixture {
  readonly root: string;
  remove(): void;
}

/** A copy of tools/verify/fixtures/<name> outside the repository, with this repository's configuration files. */
export function openFixture(name: string, configurationFiles: readonly string[] = []): Fixture {
  const root = mkdtempSync(join(tmpdir(), `fn-fixture-${name}-`));
  cpSync(join(FIXTURES, name), root, { recursive: true });
  for (const file of configurationFiles) cpSync(join(REPOSITORY, file), join(root, file));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Links apps and libs as @foundnow/*, and the folder packages/* as what npm would have installed. */
export function installWorkspaces({ root }: Fixture): void {
  mkdirSync(join(root, 'node_modules/@foundnow'), { recursive: true });
  for (const folder of ['apps', 'libs']) {
    for (const project of list(root, folder)) {
      symlinkSync(join(root, folder, project), join(root, 'node_modules/@foundnow', project));
    }
  }
  for (const name of list(root, 'packages'))
    cpSync(join(root, 'packages', name), join(root, 'node_modules', name), { recursive: true });
}

function list(root: string, folder: string): string[] {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
}
