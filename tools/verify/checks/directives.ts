import { type Check, judged, type Problem } from '../check.ts';
import { readText, sourceFiles } from '../files.ts';

const DIRECTIVE = /(?:\/\/|\/\*)\s*(?<directive>(?:oxlint|eslint)-disable\S*|@ts-(?:ignore|nocheck|expect-error))/;

export const directives: Check = {
  name: 'directives',
  about: 'no comment switches a rule or the compiler off; an exception stands in .oxlintrc.json, where all see it',
  async run({ root }) {
    const files = sourceFiles(root);
    return judged(
      files.flatMap((path) => problemsIn(path, readText(root, path))),
      `${files.length} files`,
    );
  },
};

function problemsIn(path: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const directive = DIRECTIVE.exec(line)?.groups?.['directive'];
    if (directive === undefined) return [];
    const what = `${directive} hides a problem; mend it, or make the exception in .oxlintrc.json`;
    return [{ rule: 'no-silenced-rules', where: `${path}:${index + 1}`, what }];
  });
}
