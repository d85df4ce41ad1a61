import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, migrate, openPool, provisionSchema, startEmbeddedPostgres } from '@foundnow/postgres';
import { fnMatcher } from '../../src/service.ts';

const SCHEMA = 'matcher';
const CONNECTIONS = 8;

/** The service's own schema in a PostgreSQL that is gone afterwards. */
export async function openScratch(onProgress: (text: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'fn-eval-'));
  // Where we are root, the server runs as somebody else, who must get in.
  chmodSync(folder, 0o755);
  const settings = { shared_buffers: '256MB' };
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'pg'), throwaway: true, settings, onProgress });
  const password = randomBytes(12).toString('hex');
  const roles = await provisionSchema(server.url(), { schema: SCHEMA, ownerPassword: password, appPassword: password });
  await migrate(roles.ownerUrl, SCHEMA, fnMatcher.migrations);
  const pool = openPool({
    url: roles.appUrl,
    schema: SCHEMA,
    applicationName: 'evaluation',
    poolSize: CONNECTIONS,
    statementTimeoutMs: 600_000,
  });
  const database = new Database(pool);
  return {
    database,
    async close() {
      await database.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
