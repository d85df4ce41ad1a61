import { type Check, judged, type Problem } from '../check.ts';
import { runCommand } from '../run-command.ts';

const DIAGNOSTIC = /^(?<file>[^(\s][^(]*)\((?<line>\d+),\d+\): error (?<rule>TS\d+): (?<what>.*)$/;

export const types: Check = {
  name: 'types',
  about: 'the TypeScript compiler accepts the whole repository',
  async run(repository) {
    const { code, stdout, stderr } = await runCommand(repository, 'tsc', ['-p', 'tsconfig.json', '--pretty', 'false']);
    const problems = stdout.split('\n').flatMap(problemIn);
    if (code !== 0 && problems.length === 0) {
      problems.push({ rule: 'types', where: 'tsconfig.json', what: (stdout + stderr).trim() });
    }
    return judged(problems, problems.length === 0 ? 'no errors' : `${problems.length} errors`);
  },
};

function problemIn(line: string): Problem[] {
  const found = DIAGNOSTIC.exec(line)?.groups;
  if (found === undefined) return [];
  return [{ rule: found['rule'] ?? '', where: `${found['file']}:${found['line']}`, what: found['what'] ?? '' }];
}
