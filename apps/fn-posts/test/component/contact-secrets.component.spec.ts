import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { ContactResponse, RevealedContactResponse } from '../../src/inbound/http/contact/contact.response.ts';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const EMAIL = 'planted.owner@contact.example';
const PHONE = '+49 171 5550142';
const IN_MESSAGE = 'planted.requester@contact.example';
const PLANTED = ['planted.owner', 'planted.requester', 'contact.example', '5550142', '171 555', 'planted-token'];

/** Approvals that are refused, each with what must not be repeated. */
const WRONG: readonly object[] = [
  { contact: { email: `${EMAIL} and ${PHONE}` } },
  { contact: { phone: `call ${EMAIL}` } },
  { contact: [{ email: EMAIL }] },
  { contact: { email: EMAIL, address: { deep: [{ er: EMAIL }] } } },
  { contact: { email: EMAIL }, validForHours: 73 },
  { contact: { email: `${EMAIL}\u0000` } },
];

let posts: PostsUnderTest;
beforeAll(async () => {
  posts = await startPosts();
});
afterAll(() => posts.stop());

const post = <T>(path: string, as: string, body: object, headers = {}) =>
  call<T>(posts, `POST ${path as `/${string}`}`, { as, body, headers });
const get = async (path: string, as: string) =>
  JSON.stringify((await call(posts, `GET ${path as `/${string}`}`, { as })).body);

async function everythingKept(): Promise<string> {
  const dump = await withClient(posts.database.adminUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname in ('posts', 'bus')`,
    );
    const rows = await Promise.all(
      tables.map(async ({ name }) => {
        const schemas = ['posts', 'bus'].map((schema) => `to_regclass('${schema}.${name}') is not null as ${schema}`);
        const [where] = (await client.query<Record<string, boolean>>(`select ${schemas.join()}`)).rows;
        const schema = where?.['posts'] ? 'posts' : 'bus';
        return (await client.query(`select t::text as row from ${schema}.${name} t`)).rows as unknown[];
      }),
    );
    return JSON.stringify(rows);
  });
  const bytes: string[] = [];
  for await (const message of posts.bus.read({ topics: ['posts.events'], from: 'beginning', follow: false })) {
    bytes.push(Buffer.from(message.value).toString('latin1'), JSON.stringify(message.headers));
  }
  const log = await readFile(posts.env['LOG_FILE'] ?? '', 'utf8');
  const metrics = await (await fetch(`${posts.origin}/metrics`)).text();
  return [dump, log, metrics, ...bytes].join('\n');
}

describe('contact data that was given in an approval', () => {
  it('reaches who asked for it, and is nowhere else in clear: no row, event, log line, metric, error or other answer', async () => {
    const [owner, asker, third] = await Promise.all(['user', 'user', 'user'].map(() => freshToken()));
    const body = aReportRequest({ title: 'Planted' });
    const { id: postId } = (await post<WrittenPostResponse>('/posts', owner ?? '', body)).body;
    const message = `Write to ${IN_MESSAGE}`;
    const asked = await post<ContactResponse>('/contact-exchanges', asker ?? '', { postId, message });
    const at = `/contact-exchanges/${asked.body.id}`;
    const answers: string[] = [JSON.stringify(asked)];
    const match = { 'if-match': '*' };
    for (const wrong of WRONG) {
      const refused = await post(`${at}/approve`, owner ?? '', wrong, match);
      expect(refused.status).toBe(400);
      answers.push(JSON.stringify(refused.body));
    }
    const given = { contact: { email: EMAIL, phone: PHONE }, singleUse: false };
    for (const as of [third ?? '', asker ?? '', owner ?? '', owner ?? '']) {
      answers.push(JSON.stringify((await post(`${at}/approve`, as, given, match)).body));
    }
    const revealed = await post<RevealedContactResponse>(`${at}/reveal`, asker ?? '', {});
    expect(revealed.body.contact).toEqual({ email: EMAIL, phone: PHONE });
    answers.push(JSON.stringify((await post(`${at}/reveal`, asker ?? '', { token: 'planted-token' })).body));
    for (const as of [owner ?? '', third ?? '']) {
      answers.push(JSON.stringify((await post(`${at}/reveal`, as, {})).body));
    }
    for (const as of [owner ?? '', asker ?? '', third ?? '']) {
      for (const role of ['owner', 'requester']) answers.push(await get(`/contact-exchanges?role=${role}`, as));
      answers.push(await get(at, as), await get(`/posts/${postId}`, as), await get('/posts?q=planted', as));
    }
    await eventually(async () => expect(await readEvents(posts.bus, 'contact.revealed')).toHaveLength(1));
    const everything = [await everythingKept(), ...answers].join('\n').toLowerCase();
    expect(everything).toContain('contact.approved');
    expect(PLANTED.filter((secret) => everything.includes(secret))).toEqual([]);
  });
});

async function freshToken(): Promise<string> {
  return posts.tokenFor('user', { userId: crypto.randomUUID() });
}
