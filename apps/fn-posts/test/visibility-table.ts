import { readFile } from 'node:fs/promises';

export type TableRow = Readonly<Record<string, string>>;

/** A table of docs/visibility.md: the one below this heading that begins with this column. */
export async function visibilityTable(heading: string, firstColumn: string): Promise<readonly TableRow[]> {
  const text = await readFile(new URL('../../../docs/visibility.md', import.meta.url), 'utf8');
  const [, section = ''] = text.split(`## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n');
  const start = lines.findIndex((line) => cellsOf(line)[0] === firstColumn);
  if (start === -1) throw new Error(`docs/visibility.md has no table "${firstColumn}" below "${heading}"`);
  const names = cellsOf(lines[start] ?? '');
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  return lines.slice(start + 2, end === -1 ? undefined : end).map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}
