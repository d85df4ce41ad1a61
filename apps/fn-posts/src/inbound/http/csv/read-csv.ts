import { repeatableName } from '@foundnow/http';
import { DomainError, type FieldError } from '@foundnow/kernel';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { unguarded } from './csv-cells.ts';
import { COLUMN_NAMES, REQUIRED_COLUMNS } from './csv-columns.ts';

export interface CsvRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** By column; undefined when it has more or fewer cells than there are columns. */
  readonly cells: ReadonlyMap<string, string> | undefined;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const MOST_NAMED = 20;

/** The rows of a file as spreadsheets write it: with commas, semicolons or tabs, any line ends, with or without a BOM. */
export function readCsv(bytes: Uint8Array, mostRows: number): CsvRow[] {
  const [header, ...rows] = parsed(textOf(bytes), mostRows);
  if (header === undefined || rows.length === 0)
    throw refused('empty', 'The file needs a line of column names and a row.');
  if (rows.length > mostRows)
    throw refused('too_many_rows', `At most ${mostRows} rows are taken at once; split the file.`);
  const names = header.record.map((name) => name.trim());
  checkColumns(names);
  return rows.map((row) => ({
    line: lineOf(row),
    cells: row.record.length === names.length ? byName(names, row) : undefined,
  }));
}

function textOf(bytes: Uint8Array): string {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const detail = 'The file is not in UTF-8; save it as "CSV UTF-8".';
    throw new DomainError('import.not_utf8', 'validation', detail, { cause: error });
  }
  if (text.includes('\0')) throw refused('invalid_text', 'Text may hold no NUL character.');
  return text;
}

function parsed(text: string, mostRows: number): Parsed[] {
  const options = { relax_column_count: true, skip_empty_lines: true, info: true, to: mostRows + 2 } as const;
  try {
    return parse(text, { ...options, delimiter: delimiterOf(text), record_delimiter: ['\r\n', '\n', '\r'] }) as never;
  } catch (error) {
    // What the parser says may repeat what is in the file.
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: unknown };
    const where = typeof lines === 'number' ? ` in or before line ${lines}` : '';
    throw refused('malformed', `A quote is out of place${where}.`);
  }
}

/** No column has one of them in its name. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r|\n/, 1);
  const count = (delimiter: string) => head.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best));
}

function checkColumns(names: readonly string[]): void {
  const fault = (name: string, code: string, detail: string): FieldError => {
    return { path: nameOf(name, names.indexOf(name)), code, detail };
  };
  // A line of many names is looked at no further: one of these is wrong already.
  const looked = names.slice(0, COLUMN_NAMES.length + 1);
  const faults = [
    ...looked
      .filter((name) => !COLUMN_NAMES.includes(name))
      .map((name) => fault(name, 'unknown', 'This column is not known here.')),
    ...looked
      .filter((name, index) => looked.indexOf(name) < index)
      .map((name) => fault(name, 'twice', 'This column is there twice.')),
    ...REQUIRED_COLUMNS.filter((name) => !names.includes(name)).map((name) =>
      fault(name, 'required', 'This column is missing.'),
    ),
  ];
  if (faults.length === 0) return;
  const detail = `The first line must name the columns: ${COLUMN_NAMES.join(', ')}.`;
  throw new DomainError('import.columns', 'validation', detail, { fields: faults.slice(0, MOST_NAMED) });
}

/** A file without a line of names has somebody's data there. */
function nameOf(name: string, index: number): string {
  return COLUMN_NAMES.includes(name) ? name : (repeatableName(name) ?? `column ${index + 1}`);
}

function byName(names: readonly string[], { record }: Parsed): Map<string, string> {
  return new Map(names.map((name, index) => [name, unguarded(record[index] ?? '')]));
}

/** The parser tells where a record ends. */
function lineOf({ record, info }: Parsed): number {
  return info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function refused(code: string, detail: string): DomainError {
  return new DomainError(`import.${code}`, 'validation', detail);
}
