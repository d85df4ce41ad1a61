import { readFileSync } from 'node:fs';

const WORDS = new URL('../words/', import.meta.url);

/** The rows of a table of words, without its remarks. */
export function rowsOf(name: string): string[][] {
  return readWords(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

export function readWords(name: string): string {
  return readFileSync(new URL(name, WORDS), 'utf8');
}

export function listOf(cell: string | undefined, separator = ','): string[] {
  return cell === undefined || cell === '-' || cell === '' ? [] : cell.split(separator).map((one) => one.trim());
}
