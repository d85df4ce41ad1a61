import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from '@foundnow/contracts/tooling';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HELP = `npm run generate -- [--check]: writes what follows from schemas/

Types, EventMap, topics and catalog data in libs/contracts/src/generated, docs/events.md, docs/asyncapi.json,
docs/kafka-acls.md, and ids for new schema versions in schemas/registry.lock.json.

  --check   write nothing; fail when a file differs from a fresh run
  --help    this text`;

function main(): void {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    console.log(HELP);
  } else {
    const differing = generate(ROOT, { check: values.check });
    for (const line of differing) console.log(values.check ? line : `wrote ${line}`);
    if (values.check && differing.length > 0) {
      console.error(`${differing.length} generated files differ from a fresh run: npm run generate, then commit them.`);
      process.exitCode = 1;
    } else if (differing.length === 0) {
      console.log('generated files are as a fresh run writes them');
    }
  }
}

try {
  main();
} catch (error) {
  // A wrong option, or a file under schemas/ that cannot be read at all: the message says which.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
