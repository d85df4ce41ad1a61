import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Environment, parseEnv } from '@foundnow/config';
import { testCertificates } from '@foundnow/testing';
import { startKafka } from '@foundnow/testing/brokers';
import { busEnv, openBus } from '../../src/index.ts';

const PATIENCE = 120_000;
const PASSWORD = 'hunter2-correct-horse';

describe('a Kafka with TLS on both sides and SCRAM, reached by configuration', () => {
  let dir: string;
  let kafka: Awaited<ReturnType<typeof startKafka>>;
  let env: Environment;

  beforeAll(async () => {
    const superUser = { username: 'fn-posts', password: PASSWORD };
    const sasl = { mechanism: 'scram-sha-512', superUser, users: [] } as const;
    kafka = await startKafka({ security: { sasl, tls: 'mutual' } });
    dir = await mkdtemp(join(tmpdir(), 'fn-tls-'));
    const { ca = '', cert = '', key = '' } = kafka.access().tls ?? {};
    const named = { CA: ca, CERT: cert, KEY: key, OTHER: testCertificates().ca };
    for (const [name, pem] of Object.entries(named)) await writeFile(join(dir, name), pem, { mode: 0o600 });
    env = {
      EVENT_BUS: 'kafka',
      KAFKA_BROKERS: kafka.brokers.join(','),
      KAFKA_TLS: 'true',
      KAFKA_TLS_CA_FILE: join(dir, 'CA'),
      KAFKA_TLS_CERT_FILE: join(dir, 'CERT'),
      KAFKA_TLS_KEY_FILE: join(dir, 'KEY'),
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: 'fn-posts',
      KAFKA_SASL_PASSWORD: PASSWORD,
    };
  }, PATIENCE);

  afterAll(async () => {
    await kafka.stop();
    await rm(dir, { recursive: true });
  }, PATIENCE);

  async function saidBy(change: Environment): Promise<string> {
    const owner = { name: 'spec', logger: { warn: () => undefined } };
    const bus = await openBus(parseEnv(busEnv, { ...env, ...change }), owner);
    try {
      return await bus.ping().then(() => 'it answers', inspect);
    } finally {
      await bus.close();
    }
  }

  it('answers who has everything', async () => {
    expect(await saidBy({})).toBe('it answers');
  });

  it.each([
    [
      'another authority',
      () => ({ KAFKA_TLS_CA_FILE: join(dir, 'OTHER') }),
      /No TLS with the Kafka brokers.*KAFKA_TLS_CA_FILE/,
    ],
    [
      'another password',
      () => ({ KAFKA_SASL_PASSWORD: 'swordfish' }),
      /refuse the user "fn-posts" by scram-sha-512.*KAFKA_SASL_PASSWORD/,
    ],
    [
      'plain text',
      () => ({ KAFKA_TLS: 'false', KAFKA_TLS_CA_FILE: '', KAFKA_TLS_CERT_FILE: '', KAFKA_TLS_KEY_FILE: '' }),
      /whether they expect TLS \(KAFKA_TLS\)/,
    ],
  ])('says to who comes with %s what to look at, and no secret', async (_, change, words) => {
    const said = await saidBy(change());
    expect(said).toMatch(words);
    expect(said).not.toMatch(/hunter2|swordfish|PRIVATE KEY/);
  });
});
