import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { type Check, judged, type Problem } from '../check.ts';
import { filesBelow, readText } from '../files.ts';
import { anchorsIn } from '../page-anchors.ts';
import { linksIn, npmScriptsIn } from '../markdown.ts';

export const links: Check = {
  name: 'links',
  about: 'pages link to files and headings that exist, and name npm scripts that exist',
  async run({ root }) {
    const pages = filesBelow(root, [''], ['.md']);
    const { scripts = {} } = JSON.parse(readText(root, 'package.json')) as { scripts?: Record<string, string> };
    const problems = pages.flatMap((page) => [...linkProblems(root, page), ...scriptProblems(root, page, scripts)]);
    return judged(problems, `${pages.length} pages`);
  },
};

function linkProblems(root: string, page: string): Problem[] {
  return linksIn(readText(root, page)).flatMap(({ line, target }) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return [];
    const [path = '', anchor] = decodeURIComponent(target).split('#');
    const file = path === '' ? page : normalize(join(path.startsWith('/') ? '' : dirname(page), path));
    const where = `${page}:${line}`;
    if (file.startsWith('..')) return [{ rule: 'link-inside', where, what: `${target} leaves the repository` }];
    if (!existsSync(join(root, file))) return [{ rule: 'link-target', where, what: `${target} does not exist` }];
    if (anchor === undefined || !file.endsWith('.md')) return [];
    if (anchorsIn(readText(root, file)).has(anchor)) return [];
    return [{ rule: 'link-anchor', where, what: `${file} has no heading #${anchor}` }];
  });
}

function scriptProblems(root: string, page: string, scripts: Record<string, string>): Problem[] {
  return npmScriptsIn(readText(root, page))
    .filter((script) => scripts[script] === undefined)
    .map((script) => ({ rule: 'npm-script', where: page, what: `package.json has no script "${script}"` }));
}
