import pg, { type Client, type Pool } from 'pg';
import type { EmbeddedBusSettings } from './settings.ts';

const CONNECT_MS = 5000;
/** A peer that vanished without a word is noticed after about 25 s on both sides, and its locks fall free. */
const KEEP_ALIVE = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

function common(settings: EmbeddedBusSettings): pg.ClientConfig {
  return {
    connectionString: settings.url,
    application_name: settings.applicationName,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    options: KEEP_ALIVE,
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
