import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Options, transformSync } from '@swc/core';
import { isShipped } from './shipped-files.ts';

/** Writes what a project ships: each `.ts` as `.js`, everything else as it is. */
export function emitProject(root: string, project: string, out: string, options: Options): void {
  const from = join(root, project);
  for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const source = join(from, file);
    if (!isShipped(file) || statSync(source).isDirectory()) continue;
    const target = join(out, project, file);
    mkdirSync(dirname(target), { recursive: true });
    if (!file.endsWith('.ts')) cpSync(source, target);
    else writeFileSync(asJavaScript(target), compile(source, options));
  }
  writeFileSync(join(out, project, 'package.json'), packageOf(from));
}

function compile(file: string, options: Options): string {
  return transformSync(readFileSync(file, 'utf8'), { ...options, filename: file }).code;
}

function packageOf(project: string): string {
  const { exports = {}, ...manifest } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    exports?: Record<string, string>;
  };
  const shipped = Object.entries(exports).filter(([, file]) => isShipped(file.replace('./', '')));
  const compiled = shipped.map(([name, file]) => [name, asJavaScript(file)] as const);
  return `${JSON.stringify({ ...manifest, exports: Object.fromEntries(compiled) }, null, 2)}\n`;
}

function asJavaScript(file: string): string {
  return file.replace(/\.ts$/, '.js');
}
