// Prints the spec files in a report of Jest that .ci/run runs once more: none when nothing failed, or too much.
import { readFileSync } from 'node:fs';
import { filesToRunAgain, type SpecReport } from './spec-report.ts';

const report = process.argv[2];
if (report === undefined) {
  console.error('usage: npm run ci:failed-specs -- <report of jest --json>');
  process.exit(2);
}
for (const file of filesToRunAgain(JSON.parse(readFileSync(report, 'utf8')) as SpecReport)) console.log(file);
