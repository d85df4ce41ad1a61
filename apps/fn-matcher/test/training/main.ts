import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeModel } from './describe-model.ts';
import { learnFrom } from './learn-from.ts';
import { openWorld } from './open-world.ts';
import type { AssumedSignals } from './train.ts';

const HELP = `train:matcher --data DIR [--validation DIR] [--labels] --out FILE [--version NAME] [--json]
Learns how much each signal says from DIR/posts.jsonl and writes a model file.
  --labels      truth.jsonl tells which pairs are one item; without it they are guessed (EM)
  --validation  another such folder for trust and calibration; without it a third of the lost items of DIR
  --version     name of the model (default: the name of FILE)
  --later       so large a part of what was found is taken as found days later (default: 0)
  --assumed     what stands in where the data say little (default: assumed.json beside this command)
--data and --validation may be given several times: folders of several houses, crowded and empty ones.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', multiple: true },
      validation: { type: 'string', multiple: true },
      labels: { type: 'boolean', default: false },
      out: { type: 'string' },
      version: { type: 'string' },
      assumed: { type: 'string' },
      later: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { data, out, validation = [], labels } = values;
  if (values.help || data === undefined || out === undefined) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const assumed = readAssumed(values.assumed ?? new URL('assumed.json', import.meta.url));
  const version = values.version ?? out.replaceAll(/^.*\/|\.json$/g, '');
  const started = performance.now();
  const model = await learnFrom(
    { data, validation, labels, version, assumed, later: Number(values.later) },
    openWorld(),
  );
  writeFileSync(out, `${JSON.stringify(model, null, 2)}\n`);
  const seconds = Number(((performance.now() - started) / 1_000).toFixed(1));
  console.log(values.json ? JSON.stringify({ out, seconds, model }) : `${describeModel(model)}\n${out}, ${seconds} s`);
  return 0;
}

function readAssumed(file: string | URL): AssumedSignals {
  return (JSON.parse(readFileSync(file, 'utf8')) as { signals: AssumedSignals }).signals;
}

process.exitCode = await main();
