/** What a spreadsheet may take for a formula, its full-width forms included, behind any number of our own quotes. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const PLAIN = /^[\w.:-]*$/;

/** As text to every spreadsheet. What begins like a guarded cell is guarded too, so that `unguarded` is its inverse. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** RFC 4180. Quoted whenever a program with other separators might split it. */
export function csvLine(texts: readonly string[]): string {
  const cells = texts.map((text) => {
    const cell = guarded(text);
    return PLAIN.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`;
  });
  return `${cells.join(',')}\r\n`;
}

/** Several texts in one cell: `blue|dark \| light`. */
export function joined(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(/[\\|]/g, String.raw`\$&`)).join('|');
}

export function split(cell: string): string[] {
  if (cell === '') return [];
  const texts = [''];
  for (const [token, escaped] of cell.matchAll(/\\(.)|[^\\]/gsu)) {
    if (token === '|') texts.push('');
    else texts.push(`${texts.pop() ?? ''}${escaped ?? token}`);
  }
  return texts;
}
