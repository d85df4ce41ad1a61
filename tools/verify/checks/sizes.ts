import { type Check, judged, type Problem } from '../check.ts';
import { readText, sourceFiles } from '../files.ts';

const CAP = 250;
const MEDIAN = 40;
const NINETIETH = 120;

export const sizes: Check = {
  name: 'sizes',
  about: `files stay small: median ≤ ${MEDIAN} lines, 90 % ≤ ${NINETIETH}, none over ${CAP}`,
  async run({ root }) {
    const lines = sourceFiles(root).map((path) => ({ path, count: lineCount(readText(root, path)) }));
    const counts = lines.map(({ count }) => count).toSorted((a, b) => a - b);
    const median = percentile(counts, 0.5);
    const ninetieth = percentile(counts, 0.9);
    const problems: Problem[] = lines
      .filter(({ count }) => count > CAP)
      .map(({ path, count }) => ({ rule: 'file-cap', where: path, what: `${count} lines; at most ${CAP}. Split it.` }));
    if (median > MEDIAN) problems.push(spread('file-median', `the median file has ${median} lines; at most ${MEDIAN}`));
    if (ninetieth > NINETIETH) {
      problems.push(
        spread('file-ninetieth', `one file in ten is longer than ${ninetieth} lines; at most ${NINETIETH}`),
      );
    }
    const small = counts.filter((count) => count <= NINETIETH).length / Math.max(1, counts.length);
    const share = `${(small * 100).toFixed(1)} % ≤ ${NINETIETH}`;
    return judged(problems, `${counts.length} files, median ${median}, ${share}, longest ${counts.at(-1) ?? 0}`);
  },
};

function spread(rule: string, what: string): Problem {
  return { rule, where: 'apps libs tools bench', what: `${what}. Split the long files.` };
}

export function lineCount(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
