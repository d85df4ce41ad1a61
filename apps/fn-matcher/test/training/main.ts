import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeModel } from './describe-model.ts';
import { learnFrom } from './learn-from.ts';

const HELP = `train:matcher --data DIR [--validation DIR] [--labels] --out FILE [--version NAME] [--json]
Learns how much each signal says from DIR/posts.jsonl and writes a model file.
  --labels      truth.jsonl tells which pairs are one item; without it they are guessed (EM)
  --validation  another such folder for trust and calibration; without it a third of the lost items of DIR
  --version     name of the model (default: the name of FILE)
  --start FILE  model from which EM starts (default: models/v1.json)`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      validation: { type: 'string' },
      labels: { type: 'boolean', default: false },
      out: { type: 'string' },
      version: { type: 'string' },
      start: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { data, out, validation = null, labels } = values;
  if (values.help || data === undefined || out === undefined) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const start = values.start ?? new URL('../../models/v1.json', import.meta.url);
  const version = values.version ?? out.replace(/^.*\/|\.json$/g, '');
  const started = performance.now();
  const model = await learnFrom({ data, validation, labels, version, start: () => readFileSync(start, 'utf8') });
  writeFileSync(out, `${JSON.stringify(model, null, 2)}\n`);
  const seconds = Number(((performance.now() - started) / 1_000).toFixed(1));
  console.log(values.json ? JSON.stringify({ out, seconds, model }) : `${describeModel(model)}\n${out}, ${seconds} s`);
  return 0;
}

process.exitCode = await main();
