import { Database, openPool, type Tx } from '@foundnow/postgres';
import type { OperatorTerminal, Service } from '@foundnow/service';
import { environmentOf, required } from './environment.ts';

/** The service's own rows, as its role: what no use case of it is about. */
export async function withServiceDatabase<T>(
  { env }: OperatorTerminal,
  { name, schema }: Service,
  mode: 'read' | 'transaction',
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const url = required(environmentOf(name, env), 'DATABASE_URL');
  const database = new Database(openPool({ url, schema, applicationName: 'fn', statementTimeoutMs: 600_000 }));
  try {
    return await database[mode]({ worker: 'operator' }, work);
  } finally {
    await database.close();
  }
}
