import { type Check, judged, type Problem } from '../check.ts';
import { filesBelow, foldersIn, readText, sourceFiles } from '../files.ts';
import { lineCount } from './sizes.ts';

const DRAWER = /(^|\/)(common|shared|utils?|helpers?|misc)(\/|\.ts$)/;
const ONLY_REEXPORTS = /^(\s*export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+['"][^'"]+['"];?)+\s*$/;
const README_LINES = 60;

export const names: Check = {
  name: 'names',
  about: 'no drawers (common, shared, utils), no barrel files inside apps, a short README per app and lib',
  async run({ root }) {
    const files = sourceFiles(root);
    const problems = [
      ...files.filter((path) => DRAWER.test(path)).map(drawer),
      ...files.filter((path) => isBarrel(root, path)).map(barrel),
      ...foldersIn(root, 'apps').flatMap((app) => readmeProblems(root, `apps/${app}`)),
    ];
    return judged(problems, `${files.length} files`);
  },
};

function drawer(where: string): Problem {
  return {
    rule: 'no-drawers',
    where,
    what: 'name it for what it holds: everything fits into common, shared and utils',
  };
}

function isBarrel(root: string, path: string): boolean {
  return path.startsWith('apps/') && (path.endsWith('/index.ts') || ONLY_REEXPORTS.test(readText(root, path)));
}

function barrel(where: string): Problem {
  return { rule: 'no-barrels-in-apps', where, what: 'import the file that defines it' };
}

function readmeProblems(root: string, project: string): Problem[] {
  const where = `${project}/README.md`;
  if (!filesBelow(root, [project], ['README.md']).includes(where)) {
    return [{ rule: 'readme', where, what: 'say what it owns, publishes, consumes, and how to run it alone' }];
  }
  const lines = lineCount(readText(root, where));
  return lines <= README_LINES ? [] : [{ rule: 'readme', where, what: `${lines} lines; at most ${README_LINES}` }];
}
