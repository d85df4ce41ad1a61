import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCHEMAS, type SchemaRow } from '@foundnow/contracts';
import { registrySchemaIds } from '@foundnow/contracts/registry';
import { INCOMPATIBLE_CHANGES } from '@foundnow/contracts/testing';
import { checkContracts } from '@foundnow/contracts/tooling';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import type { FastifyInstance } from 'fastify';
import { createRegistryServer } from '../src/registry-server.ts';

const SCHEMA_FILES = fileURLToPath(new URL('../../../schemas', import.meta.url));
const post = SCHEMAS.find(({ event }) => event === 'post.created') as SchemaRow;

let root: string;
let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fn-schemas-'));
  await cp(SCHEMA_FILES, join(root, 'schemas'), { recursive: true });
  server = createRegistryServer();
  url = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

/** What `npm run contracts:check` says when this is committed as the next version. */
async function saidByTheCheck(schema: string): Promise<string[]> {
  const file = join(root, 'schemas/posts/post.created/v2.avsc');
  await writeFile(file, schema);
  try {
    const { problems } = checkContracts(root);
    return problems.filter(({ check }) => check === 'compatibility').map(({ detail }) => detail);
  } finally {
    await rm(file);
  }
}

describe('an incompatible schema is refused by the check and by the registry with the same reason', () => {
  it.each(INCOMPATIBLE_CHANGES)('when $change', async ({ apply }) => {
    const schema = apply(post.schema);
    const reasons = await saidByTheCheck(schema);
    expect(reasons).not.toEqual([]);
    const client = new SchemaRegistry({ host: url });
    const options = { subject: post.subject, compatibility: COMPATIBILITY.FULL_TRANSITIVE };
    const refused = client.register({ type: SchemaType.AVRO, schema }, options);
    await expect(refused).rejects.toMatchObject({ status: 409, message: expect.stringContaining(post.subject) });
    const message = await refused.then(String, String);
    expect(message.slice(message.indexOf('": ') + 3)).toBe(reasons.join('; '));
    const asked = await fetch(
      `${url}/compatibility/subjects/${encodeURIComponent(post.subject)}/versions?verbose=true`,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ schema }) },
    );
    expect(await asked.json()).toEqual({ is_compatible: false, messages: reasons });
  });

  it('and the service that wanted to register it says so in the same words', async () => {
    const changed = INCOMPATIBLE_CHANGES[0]?.apply(post.schema) ?? '';
    const older = createRegistryServer({ schemas: [{ ...post, schema: changed }] });
    try {
      const ids = registrySchemaIds({ url: await older.listen({ host: '127.0.0.1', port: 0 }) });
      await expect(ids.idOf(post.recordName, 1)).rejects.toMatchObject({
        code: 'contract.schema_refused',
        detail: expect.stringMatching(/PostCreated v1: .* cannot be read as v2: title .*without a default/),
      });
    } finally {
      await older.close();
    }
  });
});
