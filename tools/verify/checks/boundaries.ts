import { type Check, judged, type Problem } from '../check.ts';
import { foldersIn } from '../files.ts';
import { runCommand } from '../run-command.ts';
import { type Violation, readResult } from '../cruise-result.ts';

const FOLDERS = new Set(['apps', 'libs', 'tools', 'bench']);

const UNPARSED = /ran afoul of\.\.\.\s*(?<why>.*?)\s*\.\.\. in (?<where>\S+)/s;

export const boundaries: Check = {
  name: 'boundaries',
  about: 'folders import only what .dependency-cruiser.mjs allows; no cycles',
  async run(repository) {
    const folders = foldersIn(repository.root, '').filter((folder) => FOLDERS.has(folder));
    const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders];
    const { stdout, stderr } = await runCommand(repository, 'depcruise', args);
    const unparsed = UNPARSED.exec(stderr)?.groups;
    if (unparsed !== undefined)
      return judged([parseProblem(unparsed)], 'a file could not be parsed; nothing else was checked');
    const { summary } = readResult(stdout, stderr);
    const advice = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment = '' }) => [name, comment]));
    const problems = summary.violations.map((violation) => problemOf(violation, advice));
    return judged(problems, `${summary.totalCruised} modules`);
  },
};

function parseProblem({ why = '', where = '' }: Record<string, string>): Problem {
  const what = `${why}: the parser does not know this syntax yet (docs/adr/0006); say it with try … finally`;
  return { rule: 'parsed', where, what };
}

function problemOf({ from, to, rule, cycle }: Violation, advice: ReadonlyMap<string, string>): Problem {
  const path = cycle === undefined ? to : cycle.map((step) => step.name).join(' → ');
  return { rule: rule.name, where: from, what: `imports ${path}. ${advice.get(rule.name) ?? ''}`.trim() };
}
