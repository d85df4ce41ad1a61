// Tells Nx which project imports which. Its own analysis needs the compiler API that TypeScript 7 does not have yet
// (docs/adr/0006). Between projects only `@foundnow/<project>` imports exist; a boundary rule refuses relative ones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*(['"])(@foundnow\/[^'"/]+)(?:\/[^'"]*)?\1/g;

function projectsByPackageName(projects, root) {
  const byPackage = new Map();
  for (const [project, { root: projectRoot }] of Object.entries(projects)) {
    try {
      const { name } = JSON.parse(readFileSync(join(root, projectRoot, 'package.json'), 'utf8'));
      byPackage.set(name, project);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return byPackage;
}

export const name = 'foundnow-import-graph';

export function createDependencies(_options, context) {
  const byPackage = projectsByPackageName(context.projects, context.workspaceRoot);
  const found = new Map();
  for (const [source, files] of Object.entries(context.fileMap.projectFileMap)) {
    for (const { file } of files) {
      if (!/\.[cm]?[jt]s$/.test(file)) continue;
      const text = readFileSync(join(context.workspaceRoot, file), 'utf8');
      for (const [, , packageName] of text.matchAll(IMPORT)) {
        const target = byPackage.get(packageName);
        if (target === undefined || target === source) continue;
        found.set(`${file} ${target}`, { source, target, sourceFile: file, type: 'static' });
      }
    }
  }
  return [...found.values()];
}
