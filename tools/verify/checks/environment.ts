import { type Check, judged } from '../check.ts';
import { readText, sourceFiles } from '../files.ts';

/** Where the environment may be read: config files, programs' entry points, and this check's own subject. */
const READERS =
  /(^|\/)(config|main)\.ts$|^tools\/[^/]+\.ts$|^tools\/ci\/(smoke|sum)\.ts$|^tools\/jest\/[^/]+\.ts$|^bench\/run\.ts$/;
const READS =
  /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[\s*['"]env['"]|\benv\b[^=;{}]*\}\s*=\s*process\b|\bimport\.meta\.env\b/;

export const environment: Check = {
  name: 'environment',
  about: 'the environment is read in config.ts and main.ts only, also when it is spelt in a way that lint does not see',
  async run({ root }) {
    const files = sourceFiles(root).filter((path) => !READERS.test(path));
    const problems = files
      .filter((path) => READS.test(withoutComments(readText(root, path))))
      .map((where) => ({
        rule: 'env-in-config-only',
        where,
        what: 'take the value as an argument; config.ts parses it once',
      }));
    return judged(problems, `${files.length} files`);
  },
};

function withoutComments(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, ' ')
    .replaceAll(/\/(?:\\.|[^/\n\\])+\/[dgimsuvy]*[,;]?\s*$/gm, '');
}
