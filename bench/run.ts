import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judge, type Row, type RowResult } from './harness/row.ts';
import { rows } from './rows.ts';

const usage = `Usage: npm run bench -- [row …] [--all] [--quick] [--save] [--json]

Measures each row beside its peer in the same run and checks the promise made about it.

  --all     every row (also when no row is named)
  --quick   shorter runs, as on every change
  --save    keep each result in bench/results/<row>.json
  --json    one JSON object per row and line

Rows:
${rows.map((row) => `  ${row.name.padEnd(16)}${row.about}`).join('\n')}

Exit code: 0 all promises held, 1 one did not or a row broke, 64 wrong usage.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    quick: { type: 'boolean', default: false },
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
  process.exit(64);
}

const chosen = positionals.length > 0 && !values.all ? rows.filter((row) => positionals.includes(row.name)) : rows;
let failed = 0;
for (const row of chosen) {
  const result = await measure(row);
  if (!result?.pass) failed += 1;
}
// A row that forgot a timer or a connection must not keep the run alive.
process.exit(failed > 0 ? 1 : 0);

async function measure(row: Row): Promise<RowResult | undefined> {
  try {
    const result = judge(
      row,
      await row.run({ quick: values.quick, progress: (text) => console.error(`${row.name}: ${text}`) }),
    );
    console.log(values.json ? JSON.stringify(result) : sentence(result));
    if (values.save)
      writeFileSync(new URL(`results/${row.name}.json`, import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
    return result;
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`${row.name}: broke: ${reason}`);
    if (values.json) console.log(JSON.stringify({ row: row.name, pass: false, details: { broke: true } }));
    return undefined;
  }
}

function sentence({ row, measured, unit, peer, peerName, ratio, bound, pass, details }: RowResult): string {
  return `${pass ? 'pass' : 'FAIL'}  ${row}: ${measured} ${unit} beside ${peer} of ${peerName}, ratio ${ratio} (promise: ${bound})\n      ${JSON.stringify(details)}`;
}
