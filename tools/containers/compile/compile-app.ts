import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Options } from '@swc/core';
import { emitProject } from './emit-project.ts';
import { projectsOf } from './projects-of.ts';

/** What runs before and beside the app's own code. */
const BESIDE = ['load-secrets.mjs', 'health.mjs'];

/** Writes one app with all that it imports of this repository as JavaScript; `node main.js` in the folder runs it. */
export function compileApp(root: string, app: string, out: string): string[] {
  if (!existsSync(join(root, 'apps', app, 'src/main.ts'))) {
    throw new Error(`There is no app "${app}": apps/${app}/src/main.ts does not exist.`);
  }
  const projects = projectsOf(root, app);
  const links = join(out, 'node_modules/@foundnow');
  mkdirSync(links, { recursive: true });
  for (const project of projects) {
    emitProject(root, project, out, optionsOf(root));
    symlinkSync(join('../..', project), join(links, basename(project)));
  }
  for (const file of BESIDE) cpSync(join(root, 'tools/runtime', file), join(out, file));
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(out, 'main.js'), `import './load-secrets.mjs';\nimport './apps/${app}/src/main.js';\n`);
  return projects;
}

/** The options that tests and `npm start` run with, and endings that Node finds without a compiler beside it. */
function optionsOf(root: string): Options {
  const {
    $schema: _,
    jsc,
    ...rest
  } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8')) as Options & { $schema?: string };
  const rewritten = { rewriteRelativeImportExtensions: true, experimental: { keepImportAttributes: true } };
  return { ...rest, jsc: { ...jsc, ...rewritten }, swcrc: false, sourceMaps: false };
}
