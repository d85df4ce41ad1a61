import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALL_CHECKS } from './verify/all-checks.ts';
import { helpText, parseArguments, UsageError } from './verify/command-line.ts';
import { lineFor, totalLine, totalsOf } from './verify/report.ts';
import { runChecks } from './verify/run-checks.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

async function main(): Promise<number> {
  const { checks, required, json, help, root, report } = parseArguments(process.argv.slice(2), ALL_CHECKS);
  if (help) {
    console.log(helpText(ALL_CHECKS));
    return 0;
  }
  const results = await runChecks(
    checks,
    { root: resolve(root ?? ROOT), env: process.env },
    {
      atOnce: availableParallelism() + 1,
      required,
      clock: () => performance.now(),
      onFinished: (finished) => {
        if (!json) console.log(lineFor(finished));
      },
    },
  );
  const totals = totalsOf(results);
  const text = JSON.stringify({ ...totals, checks: results }, null, 2);
  if (report !== undefined) writeFileSync(report, `${text}\n`);
  console.log(json ? text : `\n${totalLine(totals)}`);
  return totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
