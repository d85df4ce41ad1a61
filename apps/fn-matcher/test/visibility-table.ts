import { readFile } from 'node:fs/promises';

export type TableRow = Readonly<Record<string, string>>;

/** The table of docs/visibility.md below this heading. */
export async function visibilityTable(heading: string): Promise<readonly TableRow[]> {
  const text = await readFile(new URL('../../../docs/visibility.md', import.meta.url), 'utf8');
  const [, section = ''] = text.split(`## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const [names = [], , ...rows] = lines.map(cellsOf);
  if (rows.length === 0) throw new Error(`docs/visibility.md has no table below "${heading}"`);
  return rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}
