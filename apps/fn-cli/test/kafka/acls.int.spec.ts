import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { KeyRing } from '@foundnow/crypto';
import { fnMatcher } from '@foundnow/fn-matcher';
import { fnPosts } from '@foundnow/fn-posts';
import { parseEnv } from '@foundnow/config';
import { systemClock } from '@foundnow/kernel';
import { eventMessage } from '@foundnow/messaging';
import { busEnv, openBus } from '@foundnow/service';
import { call, type ServiceUnderTest, startForTest } from '@foundnow/service/testing';
import { services } from '@foundnow/stack/services';
import { eventually } from '@foundnow/testing';
import { startKafka } from '@foundnow/testing/brokers';
import { runFn } from '../run-fn.ts';

const PATIENCE = 120_000;
const passwordOf = (username: string) => `hunter2-${username}`;
const user = (username: string) => ({ username, password: passwordOf(username) });
const ITEM = {
  kind: 'found',
  title: 'Keys with a red tag',
  category: 'keys.house',
  location: { lat: 48.2, lng: 16.37 },
  occurredFrom: '2026-01-10T08:00:00Z',
  occurredTo: '2026-01-10T09:00:00Z',
  timeZone: 'Europe/Vienna',
  language: 'de',
};

describe('a Kafka with exactly the rights of the catalog', () => {
  let kafka: Awaited<ReturnType<typeof startKafka>>;
  const running: ServiceUnderTest[] = [];
  let sealing: string;

  beforeAll(async () => {
    sealing = await mkdtemp(join(tmpdir(), 'fn-acls-'));
    await KeyRing.open({ dir: sealing, recipient: 'matcher', clock: systemClock });
    const users = [...services.map(({ name }) => user(name)), user('fn')];
    kafka = await startKafka({ security: { sasl: { mechanism: 'plain', superUser: user('admin'), users } } });
  }, PATIENCE);
  afterAll(async () => {
    await Promise.all(running.map((service) => service.stop()));
    await kafka.stop();
    await rm(sealing, { recursive: true });
  }, PATIENCE);

  const envOf = (username: string, password = passwordOf(username)) => ({
    EVENT_BUS: 'kafka',
    KAFKA_BROKERS: kafka.brokers.join(','),
    KAFKA_SASL_MECHANISM: 'plain',
    KAFKA_SASL_USERNAME: username,
    KAFKA_SASL_PASSWORD: password,
    PUBLIC_PLACE_KEY: Buffer.alloc(32, 7).toString('base64'),
    IDENTIFIER_HASH_KEY: Buffer.alloc(32, 8).toString('base64'),
    CONTACT_MASTER_KEY: Buffer.alloc(32, 10).toString('base64'),
    MATCHER_IDENTIFIER_KEY: Buffer.alloc(32, 11).toString('base64'),
    MATCHER_HANDOVER_KEY: Buffer.alloc(32, 12).toString('base64'),
    SEALING_JWKS_URL: pathToFileURL(sealing).href,
  });
  const fnAs = (username: string, ...args: readonly string[]) =>
    runFn({ DATA_DIR: '/nowhere', ...envOf(username) }, ...args);

  it(
    'gets its rights from `fn bus acls --apply`, for which it takes an admin',
    async () => {
      expect(await fnAs('fn', 'bus', 'acls', '--apply')).toMatchObject({ exitCode: 69 });
      const { exitCode, json } = await fnAs('admin', 'bus', 'acls', '--apply', '--json');
      expect(exitCode).toBe(0);
      expect(json()).toContainEqual({
        principal: 'User:fn-posts',
        resource: 'topic',
        name: 'posts.events',
        pattern: 'literal',
        operations: ['Write', 'Describe'],
      });
    },
    PATIENCE,
  );

  it(
    'tells a service that may not make its topics who can',
    async () => {
      await expect(startForTest(fnPosts, envOf('fn-posts'))).rejects.toThrow(
        /User:fn-posts lacks the operation Create on the topic[^]*npm run fn -- bus provision/,
      );
    },
    PATIENCE,
  );

  it(
    'gets its topics from `fn bus provision`, and `fn bus check` sees the difference',
    async () => {
      const before = await fnAs('fn', 'bus', 'check', '--json');
      expect(before.exitCode).toBe(1);
      expect(before.json()).toMatchObject([{ missing: expect.arrayContaining(['posts.events', 'users.events.dlq']) }]);
      expect((await fnAs('fn', 'bus', 'provision', '--json')).json<{ made: string[] }>()[0]?.made).toHaveLength(10);
      expect(await fnAs('fn', 'bus', 'check')).toMatchObject({
        exitCode: 0,
        out: 'kafka: answers, and is as the catalog says.',
      });
    },
    PATIENCE,
  );

  it(
    'lets every service start, publish and consume as itself, and fn read and send back',
    async () => {
      for (const service of services) running.push(await startForTest(service, envOf(service.name)));
      const [posts, ...others] = running;
      const reported = await call(posts!, 'POST /posts', { as: await posts!.tokenFor('user'), body: ITEM });
      expect(reported.status).toBe(201);
      for (const service of others) {
        const as = await service.tokenFor('admin');
        await eventually(async () =>
          expect((await call(service, 'GET /stats', { as })).body).toMatchObject({ received: 1 }),
        );
      }
      expect((await fnAs('fn', 'events', 'tail', '--no-follow', '--json')).json()).toMatchObject([
        { type: 'post.created' },
      ]);
      expect(await fnAs('fn', 'dlq', 'list')).toMatchObject({ exitCode: 0, out: '' });
    },
    PATIENCE,
  );

  it(
    'lets a service put aside what it cannot read, and fn send it back to that service',
    async () => {
      const good = eventMessage('post.created', goldenExample('post.created', 'minimal'), '/foundnow/spec');
      const bus = await openBus(parseEnv(busEnv, envOf('fn-posts')), QUIET);
      await bus.publish([{ ...good, value: Uint8Array.of(9, 9, 9) }]);
      await bus.close();
      await eventually(async () => expect((await fnAs('fn', 'dlq', 'list', '--json')).json()).toHaveLength(3), {
        timeoutMs: 60_000,
      });
      const back = await fnAs('fn', 'dlq', 'redrive', '--group', 'fn-matcher', '--json');
      expect(back.json()).toMatchObject([{ redriven: 1, remaining: 0 }]);
    },
    PATIENCE,
  );

  it(
    'refuses a service that writes what it does not own, and says which right it lacks',
    async () => {
      const bus = await openBus(parseEnv(busEnv, envOf('fn-matcher')), QUIET);
      const message = eventMessage('post.created', goldenExample('post.created', 'minimal'), '/foundnow/spec');
      await expect(bus.publish([message])).rejects.toThrow(
        'User:fn-matcher lacks the operation Write on the topic "posts.events"',
      );
      await bus.close();
    },
    PATIENCE,
  );

  it(
    'refuses a wrong password in words that name the user and the settings, never the password',
    async () => {
      const starting = startForTest(fnMatcher, envOf('fn-matcher', 'swordfish'));
      // With its stack and all that caused it.
      const said = await starting.then(() => '', inspect);
      expect(said).toContain('refuse the user "fn-matcher"');
      expect(said).toContain('KAFKA_SASL_PASSWORD');
      expect(said).not.toContain('swordfish');
    },
    PATIENCE,
  );
});

const QUIET = { name: 'spec', logger: { warn: () => undefined } };
