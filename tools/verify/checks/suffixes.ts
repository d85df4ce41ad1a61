import { type Check, judged, type Problem } from '../check.ts';
import { sourceFiles } from '../files.ts';

/** The closed list. A new kind of file is a decision: add it here, with its fixture. */
export const SUFFIXES: readonly string[] = [
  '',
  'port',
  'module',
  'controller',
  'request',
  'response',
  'row',
  'handler',
  'builder',
  'conformance',
  'spec',
  'int.spec',
  'component.spec',
];

const ALLOWED = new Set(SUFFIXES);
const BASE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const suffixes: Check = {
  name: 'suffixes',
  about: 'file names are kebab-case and end in a suffix of the closed list',
  async run({ root }) {
    const files = sourceFiles(root);
    return judged(files.flatMap(problemsOf), `${files.length} files`);
  },
};

function problemsOf(path: string): Problem[] {
  const [base = '', ...rest] = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length).split('.');
  const suffix = rest.join('.');
  const problems: Problem[] = [];
  if (!ALLOWED.has(suffix)) {
    const known = SUFFIXES.slice(1).map((one) => `.${one}.ts`);
    problems.push({ rule: 'known-suffix', where: path, what: `.${suffix}.ts is not one of .ts ${known.join(' ')}` });
  }
  if (!BASE_NAME.test(base))
    problems.push({ rule: 'kebab-case', where: path, what: 'name it in lower-case-with-dashes' });
  if (/^(int|component)\.spec$/.test(suffix) && path.includes('/src/')) {
    problems.push({
      rule: 'specs-with-io-in-test',
      where: path,
      what: `.${suffix}.ts belongs in the project's test/ folder`,
    });
  }
  return problems;
}
