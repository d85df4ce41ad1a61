import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { issueToken, loadOrCreateSigningKey, userIdFor } from '@foundnow/auth';
import { migrateBus } from '@foundnow/messaging';
import { SHARDS } from '@foundnow/outbox';
import type { ProvisionedSchema } from '@foundnow/postgres';
import pg from 'pg';
import type { BenchDatabase } from '../harness/bench-server.ts';
import { Program } from '../harness/program.ts';

const ISSUER = 'https://bench.foundnow.localhost';
const AUDIENCE = 'foundnow';

/** One database, migrated by the service, that both sides write to, and a token that both accept. */
export interface PostsBench {
  readonly posts: ProvisionedSchema;
  readonly bus: ProvisionedSchema;
  readonly folder: string;
  readonly token: string;
  /** What either side finds in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  rows(): Promise<{ posts: number; events: number }>;
  /** The post and its event as they were committed. */
  committed(postId: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function openPostsBench(fresh: BenchDatabase): Promise<PostsBench> {
  const posts = await fresh.provision('posts');
  const bus = await fresh.provision('bus');
  await migrateBus(bus.ownerUrl);
  const migration = new Program('apps/fn-cli/src/main.ts', {
    args: ['migrate', '--service', 'fn-posts'],
    env: { DATABASE_OWNER_URL: posts.ownerUrl },
  });
  await migration.succeeds(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'fn-bench-http-'));
  const key = await loadOrCreateSigningKey(folder);
  const token = await issueToken(key, {
    issuer: ISSUER,
    audience: AUDIENCE,
    userId: userIdFor('bench'),
    roles: ['user'],
  });
  const admin = await leadAllShards(fresh.adminUrl);
  return {
    posts,
    bus,
    folder,
    token,
    environment: {
      DATABASE_URL: posts.appUrl,
      BUS_DATABASE_URL: bus.appUrl,
      JWKS_URL: pathToFileURL(join(folder, 'jwks.json')).href,
      TOKEN_ISSUER: ISSUER,
      TOKEN_AUDIENCE: AUDIENCE,
      PUBLIC_PLACE_KEY: randomBytes(32).toString('base64'),
      IDENTIFIER_HASH_KEY: randomBytes(32).toString('base64'),
      CONTACT_MASTER_KEY: randomBytes(32).toString('base64'),
      // Nothing of the sample is sealed.
      SEALING_JWKS_URL: pathToFileURL(folder).href,
    },
    async rows() {
      const { rows } = await admin.query<{ posts: number; events: number }>(
        'SELECT (SELECT count(*)::int FROM posts.post) AS posts, (SELECT count(*)::int FROM posts.outbox) AS events',
      );
      return rows[0] ?? { posts: -1, events: -1 };
    },
    async committed(postId) {
      const { rows } = await admin.query<{ committed: unknown }>(
        `SELECT json_build_object('post', to_jsonb(p), 'event', to_jsonb(o) - 'body') AS committed
         FROM posts.post p JOIN posts.outbox o ON o.key = p.id::text WHERE p.id = $1`,
        [postId],
      );
      return rows[0]?.committed;
    },
    async close() {
      await admin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The measurement ends at the committed outbox row on both sides. So the service must not publish meanwhile: this
 * session leads all shards, as another replica would.
 */
async function leadAllShards(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ led: number }>(
    `SELECT count(*) FILTER (WHERE pg_try_advisory_lock('posts.outbox'::regclass::oid::int, shard))::int AS led
     FROM generate_series(0, $1 - 1) AS shard`,
    [SHARDS],
  );
  if (rows[0]?.led !== SHARDS) throw new Error('Somebody else leads the outbox of the bench.');
  return client;
}
