import { type Check, judged, type Problem } from '../check.ts';
import { runCommand } from '../run-command.ts';

interface Diagnostic {
  readonly message: string;
  readonly code?: string;
  readonly filename: string;
  readonly help?: string;
  readonly labels: readonly { span: { line: number } }[];
}

interface Report {
  readonly diagnostics: readonly Diagnostic[];
  readonly number_of_files: number;
  readonly number_of_rules: number;
}

export const lint: Check = {
  name: 'lint',
  about: 'oxlint with type-aware rules; warnings are errors',
  async run(repository) {
    const { code, stdout, stderr } = await runCommand(repository, 'oxlint', [
      '--type-aware',
      '--deny-warnings',
      '-f',
      'json',
    ]);
    const report = parse(stdout);
    if (report === undefined) {
      return judged(
        [{ rule: 'lint', where: '.oxlintrc.json', what: (stderr || stdout).trim() }],
        `oxlint ended with ${code}`,
      );
    }
    const problems = report.diagnostics.map(problemOf);
    if (code !== 0 && problems.length === 0) problems.push({ rule: 'lint', where: '.', what: stderr.trim() });
    return judged(problems, `${report.number_of_files} files, ${report.number_of_rules} rules`);
  },
};

function parse(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}

function problemOf({ code, filename, labels, message }: Diagnostic): Problem {
  const line = labels[0]?.span.line;
  const rule = /\((?<rule>[^)]+)\)/.exec(code ?? '')?.groups?.['rule'] ?? code ?? 'lint';
  return { rule, where: line === undefined ? filename : `${filename}:${line}`, what: message };
}
