import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, type CheckResult, judged, type Repository } from '../check.ts';
import { runScript } from '../run-command.ts';

export const generated: Check = {
  name: 'generated',
  about: 'generated files are what a fresh run writes (repair: npm run generate)',
  run: (repository) => judgeScript(repository, 'generated', 'tools/generate.ts', ['--check']),
};

export const contracts: Check = {
  name: 'contracts',
  about: 'schemas are compatible with all their versions and with what each consumer reads',
  run: (repository) => judgeScript(repository, 'contracts', 'tools/contracts-check.ts', []),
};

async function judgeScript(
  repository: Repository,
  rule: string,
  script: string,
  args: readonly string[],
): Promise<CheckResult> {
  if (!existsSync(join(repository.root, script))) {
    return judged([{ rule, where: script, what: 'this program does not exist' }], `${script} is missing`);
  }
  const { code, stdout, stderr } = await runScript(repository, script, args);
  const lines = (code === 0 ? stdout : `${stdout}\n${stderr}`).split('\n').filter((line) => line.trim() !== '');
  const problems = code === 0 ? [] : lines.map((what) => ({ rule, where: script, what }));
  return judged(problems, lines.at(-1)?.trim() ?? `${script} ended with ${code}`);
}
