import type { SchemaRow } from '@foundnow/contracts';
import { invalidVersion, noSchema, noSubject, noVersion } from './registry-refusal.ts';

const MOST = 2 ** 31 - 1;

/** Every version of every schema, by subject and by id. */
export class SchemaIndex {
  readonly #bySubject: ReadonlyMap<string, readonly SchemaRow[]>;
  readonly #byId: ReadonlyMap<number, SchemaRow>;

  constructor(rows: readonly SchemaRow[]) {
    const ordered = rows.toSorted((a, b) => a.version - b.version);
    this.#bySubject = Map.groupBy(ordered, (row) => row.subject);
    this.#byId = new Map(rows.map((row) => [row.id, row]));
  }

  subjects(prefix = ''): string[] {
    return [...this.#bySubject.keys()].filter((subject) => subject.startsWith(prefix)).sort();
  }

  rows(prefix = ''): SchemaRow[] {
    return this.subjects(prefix).flatMap((subject) => this.versions(subject));
  }

  /** Oldest first; refuses a subject that is not there. */
  versions(subject: string): readonly SchemaRow[] {
    const found = this.#bySubject.get(subject);
    if (!found) throw noSubject(subject);
    return found;
  }

  /** `latest`, `-1` or a number. */
  version(subject: string, text: string): SchemaRow {
    const latest = text === 'latest' || text === '-1';
    const number = /^\d{1,10}$/.test(text) ? Number(text) : 0;
    if (!latest && (number < 1 || number > MOST)) throw invalidVersion(text);
    const versions = this.versions(subject);
    const found = latest ? versions.at(-1) : versions.find((row) => row.version === number);
    if (!found) throw noVersion(number);
    return found;
  }

  schema(text: string): SchemaRow {
    const found = /^\d{1,10}$/.test(text) ? this.#byId.get(Number(text)) : undefined;
    if (!found) throw noSchema(`Schema ${text.slice(0, 20)}`);
    return found;
  }
}
