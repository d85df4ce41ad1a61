import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkContracts } from '@foundnow/contracts/tooling';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HELP = `npm run contracts:check -- [--json]: is everything under schemas/ fit to be for ever?

All versions read each other in both directions, logical types never change, consumers find the fields that they
read, every field is classified, names follow the rules, ids in registry.lock.json stand for what they stood for,
examples fit, show every field, and hold no personal data.

  --json    one JSON object on standard output
  --help    this text`;

function main(): void {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    console.log(HELP);
  } else {
    const report = checkContracts(ROOT);
    if (values.json) {
      console.log(JSON.stringify(report, null, 2));
    } else {
      for (const { check, where, detail, consumers } of report.problems) {
        console.log(`${check}: ${where}: ${detail}${consumers?.length ? ` [breaks ${consumers.join(', ')}]` : ''}`);
      }
      console.log(
        `${report.schemas} schemas of ${report.events} events, ${report.examples} examples: ${report.problems.length} problems`,
      );
    }
    process.exitCode = report.problems.length > 0 ? 1 : 0;
  }
}

try {
  main();
} catch (error) {
  // A wrong option, or a file under schemas/ that cannot be read at all: the message says which.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
