import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataError } from './data/post.ts';
import { evaluate } from './evaluate.ts';
import { boundsOn } from './bounds.ts';
import { keep } from './kept.ts';
import { lines } from './lines.ts';

const HELP = `npm run eval:matcher -- --data DIR [--json] [--model FILE] [--baselines all|none] [--report FILE] [--keep]

Runs the matcher (posts taken in, candidates searched, pairs scored, in a PostgreSQL of its own) over DIR/posts.jsonl and
says how well it found what DIR/truth.jsonl tells. Where DIR has splits, test/ is judged by thresholds from validation/.

  --json             one JSON object; without it a table for people. Progress goes to standard error.
  --model FILE       another model than the service's own
  --baselines none   only the matcher
  --report FILE      holds the figures against what is promised (bounds.ts), writes each verdict there, ends with 1 if one
                     is missed
  --keep             keeps what was chosen and learnt on validation/, for data without such a split

Exit code: 0 done, 1 a bound was missed or the run broke, 64 wrong usage, 65 the data are not what they should be.`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
    model: { type: 'string' },
    baselines: { type: 'string', default: 'all' },
    report: { type: 'string' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help || values.data === undefined || !['all', 'none'].includes(values.baselines)) {
  console.log(HELP);
  process.exit(values.help ? 0 : 64);
}

try {
  const { report, learnt } = await evaluate({
    folder: resolve(values.data),
    model: values.model === undefined ? undefined : resolve(values.model),
    withBaselines: values.baselines === 'all',
    say: (text) => console.error(text),
  });
  console.log(values.json ? JSON.stringify(report) : lines(report));
  if (values.keep) keep(learnt);
  if (values.report !== undefined) {
    const checks = boundsOn(report);
    writeFileSync(values.report, `${JSON.stringify({ checks }, null, 2)}\n`);
    const missed = checks.filter(({ pass }) => !pass);
    for (const { name, note } of missed) console.error(`missed: ${name}, ${note}`);
    process.exitCode = missed.length > 0 ? 1 : 0;
  }
} catch (error) {
  const isData = error instanceof DataError;
  console.error(isData ? error.message : error);
  process.exitCode = isData ? 65 : 1;
}
