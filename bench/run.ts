import { parseArgs } from 'node:util';
import { EXIT_CODE } from '@foundnow/config';
import { benchServerUrl } from './config.ts';
import { runRows } from './harness/run-rows.ts';
import type { Row } from './harness/row.ts';
import { rows } from './rows.ts';

const usage = `Usage: npm run bench -- [row …] [--all] [--quick] [--slack PERCENT] [--save] [--json]

Measures each row beside its peer in the same run and checks the promise made about it.

  --all     every row; without it and without a name, those that need nothing but Node
  --quick   shorter runs, as on every change
  --slack   let figures (not checks) miss their promise by so many percent: for machines that others use too
  --save    keep each result in bench/results/<row>.json
  --json    one JSON object per row and line

Rows:
${rows.map((row) => `  ${row.name.padEnd(16)}${row.about}${row.needs ? ` (needs ${row.needs})` : ''}`).join('\n')}

PostgreSQL is started from npm with fsync on; BENCH_DATABASE_URL (superuser) brings another, equally durable one.
Kafka is that of KAFKA_BROKERS, or is started by Docker, or by Java out of Maven's jars.

Exit code: 0 all promises held, 1 one did not or a row broke, 64 wrong usage.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    slack: { type: 'string', default: '0' },
    save: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const unknown = positionals.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}.\n\n${usage}`);
  process.exit(EXIT_CODE.usage);
}

const slack = Number(values.slack) / 100;
if (!(slack >= 0 && slack <= 0.5)) {
  console.error(`--slack is a number of percent from 0 to 50.\n\n${usage}`);
  process.exit(EXIT_CODE.usage);
}

// Ends what was started, too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const named = (row: Row) => (positionals.length > 0 ? positionals.includes(row.name) : row.needs === undefined);
const chosen = values.all ? rows : rows.filter(named);
const failed = await runRows(chosen, {
  ...values,
  slack,
  server: benchServerUrl(),
  print: (line) => console.log(line),
  progress: (line) => console.error(line),
});
// A row that forgot a timer or a connection must not keep the run alive.
process.exit(failed > 0 ? 1 : 0);
