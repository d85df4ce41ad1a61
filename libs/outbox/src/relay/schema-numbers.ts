import { ContractError } from '@foundnow/contracts';
import type { SchemaIds } from '@foundnow/contracts';
import type { OutboxRow } from '../tables/outbox.row.ts';

/** Why a schema has no number now; `refused`: it will have none, whoever is asked. */
export type Unnumbered =
  | { readonly cause: 'schema-registry' | 'newer-build'; readonly error: unknown }
  | { readonly cause: 'refused'; readonly reason: string };

export type SchemaNumbers = ReadonlyMap<string, number | Unnumbered>;

/** A registry that takes longer is asked on; events that do not need its answer go ahead meanwhile. */
const PATIENCE_MS = 500;

export function schemaOf({ recordName, version }: OutboxRow): string {
  return `${recordName}/v${version}`;
}

/** The number of each schema in these rows, or why it has none. */
export async function schemaNumbers(
  rows: readonly OutboxRow[],
  schemaIds: Pick<SchemaIds, 'idOf'>,
): Promise<SchemaNumbers> {
  const numbers = new Map<string, number | Unnumbered>();
  const asked: Promise<unknown>[] = [];
  for (const row of rows) {
    const schema = schemaOf(row);
    if (numbers.has(schema)) continue;
    numbers.set(schema, { cause: 'schema-registry', error: new Error(`no answer within ${PATIENCE_MS} ms`) });
    const note = (number: number | Unnumbered) => void numbers.set(schema, number);
    const number = ask(row, schemaIds);
    if (number instanceof Promise) asked.push(number.then(note));
    else note(number);
  }
  if (asked.length > 0) await inTime(Promise.all(asked));
  return new Map(numbers);
}

function ask({ recordName, version }: OutboxRow, schemaIds: Pick<SchemaIds, 'idOf'>) {
  try {
    const number = schemaIds.idOf(recordName, version);
    return typeof number === 'number' ? number : number.catch(whyNot);
  } catch (error) {
    return whyNot(error);
  }
}

function whyNot(error: unknown): Unnumbered {
  if (!(error instanceof ContractError)) return { cause: 'schema-registry', error };
  if (error.kind !== 'dependency') return { cause: 'refused', reason: error.detail };
  return { cause: error.code === 'contract.unknown_schema' ? 'newer-build' : 'schema-registry', error };
}

async function inTime(work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, PATIENCE_MS);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
}
