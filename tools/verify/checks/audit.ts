import { type Check, type CheckResult, judged, notRun, type Problem } from '../check.ts';
import { runCommand } from '../run-command.ts';

interface Finding {
  readonly name: string;
  readonly severity: string;
  readonly range: string;
  readonly fixAvailable?: unknown;
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, Finding>>;
  readonly message?: string;
}

const BLOCKING = new Set(['high', 'critical']);

export const audit: Check = {
  name: 'audit',
  about: 'npm audit finds nothing high or critical',
  async run(repository) {
    const { stdout, stderr } = await runCommand(repository, 'npm', ['audit', '--json'], { timeoutMs: 45_000 });
    return judgeAudit(stdout, stderr);
  },
};

/** Only a report with a list of findings, even an empty one, is an answer. */
export function judgeAudit(stdout: string, stderr: string): CheckResult {
  const report = parse(stdout);
  if (report?.vulnerabilities === undefined) {
    const warned = /npm (?:error|warn) audit (?<why>.*)/.exec(stderr)?.groups?.['why'];
    const why = report?.message ?? warned ?? 'npm gave no report';
    return notRun(`the audit endpoint could not be asked: ${withoutAddresses(why)}`);
  }
  const findings = Object.values(report.vulnerabilities);
  const problems = findings
    .filter(({ severity }) => BLOCKING.has(severity))
    .map(({ name, range, severity }): Problem => ({
      rule: `audit-${severity}`,
      where: name,
      what: `${range} is vulnerable`,
    }));
  return judged(problems, `${findings.length} findings, ${problems.length} of them high or critical`);
}

function withoutAddresses(text: string): string {
  return text.replaceAll(/\bhttps?:\/\/\S+/g, 'the registry');
}

function parse(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}
