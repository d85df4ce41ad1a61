import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isShipped } from './shipped-files.ts';

const IMPORT = /\b(?:from|import)\s*\(?\s*['"]@foundnow\/([^'"/]+)/g;

/** The app and every project that its sources import, by folder: `apps/fn-posts`, `libs/http`, … */
export function projectsOf(root: string, app: string): string[] {
  const found = new Set<string>();
  const visit = (project: string): void => {
    if (found.has(project)) return;
    found.add(project);
    for (const name of importsOf(join(root, project))) visit(folderOf(root, name));
  };
  visit(`apps/${app}`);
  return [...found].toSorted();
}

function importsOf(project: string): Set<string> {
  const files = readdirSync(project, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && isShipped(file),
  );
  const texts = files.map((file) => readFileSync(join(project, file), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(IMPORT)].map(([, name = '']) => name)));
}

function folderOf(root: string, name: string): string {
  const folder = [`libs/${name}`, `apps/${name}`].find((each) => existsSync(join(root, each, 'package.json')));
  if (folder === undefined) throw new Error(`@foundnow/${name} is imported, but no folder of apps or libs is it.`);
  return folder;
}
