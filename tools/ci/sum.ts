// Adds up what the runners of .ci/run reported. Its last line is the verdict: N passed, N failed.
import { join } from 'node:path';
import { readText, readTextIfAny } from '../verify/files.ts';
import { joinSecondRuns } from './second-runs.ts';
import { sum, tallyStep } from './tally.ts';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run ci:sum -- <folder with steps.tsv and the reports>');
  process.exit(2);
}

const steps = readText(folder, 'steps.tsv')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([name = '', code = '1']) => ({ name, code: Number(code), report: readTextIfAny(folder, `${name}.json`) }));
const tallies = joinSecondRuns(steps).map(tallyStep);

for (const { name, passed, failed, note } of tallies) {
  const log = failed > 0 ? `; log: ${join(folder, `${name}.log`)}` : '';
  console.log(`== ${name}: ${passed} passed, ${failed} failed${note === '' ? '' : ` (${note}${log})`}`);
}
const { passed, failed } = sum(tallies);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
