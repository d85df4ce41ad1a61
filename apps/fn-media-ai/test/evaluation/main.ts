import { parseArgs } from 'node:util';
import { EVALUATIONS } from './evaluations.ts';
import { holds, lineFor } from './measurement.ts';

const HELP = `eval:media [${Object.keys(EVALUATIONS).join('|')}] [--json] [--seed 1] [--size 4]
Draws photos, reads them, and says how well: one line for each figure. Ends with 1 when one of them misses its bound.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      size: { type: 'string', default: '4' },
    },
  });
  const unknown = positionals.filter((name) => !(name in EVALUATIONS));
  if (values.help || unknown.length > 0 || !(Number(values.size) >= 1) || !Number.isInteger(Number(values.seed))) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  let good = true;
  for (const [name, evaluate] of Object.entries(EVALUATIONS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    for (const row of await evaluate(Number(values.seed), Number(values.size))) {
      good &&= holds(row);
      console.log(values.json ? JSON.stringify({ ...row, pass: holds(row) }) : lineFor(row));
    }
  }
  return good ? 0 : 1;
}

process.exitCode = await main();
