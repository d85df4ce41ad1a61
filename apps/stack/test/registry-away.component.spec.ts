import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fnPosts } from '@foundnow/fn-posts';
import { call, readEvents, type ServiceUnderTest, startForTest } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import { ITEM } from './report-items.ts';

let posts: ServiceUnderTest;
beforeAll(async () => {
  const secrets = Object.keys(fnPosts.secrets).map((key) => [key, Buffer.alloc(32, 7).toString('base64')] as const);
  posts = await startForTest(fnPosts, {
    ...Object.fromEntries(secrets),
    SEALING_JWKS_URL: 'file:///nowhere/sealing',
    SCHEMA_REGISTRY_URL: 'http://127.0.0.1:9',
  });
});
afterAll(() => posts.stop());

it('a service whose schema registry is away shows it, stays ready and takes what people report', async () => {
  const reported = await call(posts, 'POST /posts', { as: await posts.tokenFor('user'), body: ITEM });
  expect(reported.status).toBe(201);
  await eventually(async () => {
    const metrics = await (await fetch(`${posts.origin}/metrics`)).text();
    expect(metrics).toMatch(/outbox_retries_total\{[^}]*schema-registry[^}]*\} [1-9]/);
  });
  expect(await readEvents(posts.bus, 'post.created')).toEqual([]);
  const health = await fetch(`${posts.origin}/health/ready`);
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({
    state: 'ready',
    dependencies: [
      { name: 'database', state: 'up' },
      { name: 'bus', state: 'up' },
      { name: 'schema-registry', state: 'down' },
    ],
  });
});
