import pg, { type Client, type Pool } from 'pg';
import type { EmbeddedBusSettings } from './settings.ts';

const CONNECT_MS = 5000;
/**
 * A peer that vanished without a word is noticed after about 25 s on both sides, and its locks fall free.
 * Appending relies on a snapshot per statement, whatever the server's default is.
 */
const SESSION = [
  'tcp_keepalives_idle=10',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  String.raw`default_transaction_isolation=read\ committed`,
];

function common(settings: EmbeddedBusSettings): pg.ClientConfig {
  return {
    connectionString: settings.url,
    application_name: settings.applicationName,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: SESSION.map((setting) => `-c ${setting}`).join(' '),
  };
}

export function openPool(settings: EmbeddedBusSettings): Pool {
  const pool = new pg.Pool({ ...common(settings), max: settings.poolSize, query_timeout: 30_000 });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

export async function openConnection(settings: EmbeddedBusSettings): Promise<Client> {
  const client = new pg.Client({ ...common(settings), query_timeout: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
