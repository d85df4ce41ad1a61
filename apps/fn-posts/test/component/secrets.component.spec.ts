import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const IMEI = '490154203237518';
const ANSWER = 'a drawing of a giraffe';
const SECRETS = {
  identifiers: [
    { type: 'imei', value: '49-015420-323751-8' },
    { type: 'serial', value: 'c02-xk0 abjhd2' },
  ],
  proof: [
    { question: 'What is in the lid?', answer: ANSWER },
    { question: 'Which number is on the sticker?', answer: '+49 171 5550100' },
  ],
};
// Long enough that no random id, hash or time holds one by chance.
const PLANTED = [IMEI, '49-015420', '0154203237', 'C02XK0ABJHD2', 'c02-xk0', 'giraffe', '1715550100', '171 555'];

let posts: PostsUnderTest;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
});
afterAll(() => posts.stop());

const report = async (different: object = {}, as = author) =>
  (await call<WrittenPostResponse>(posts, 'POST /posts', { as, body: aReportRequest({ ...different }) })).body;

async function createdOf(id: string) {
  return eventually(async () => {
    const found = (await readEvents(posts.bus, 'post.created')).find(({ payload }) => payload.postId === id);
    if (!found) throw new Error('not yet');
    return found.payload;
  });
}

const place = (field: string, subject: string) => ({ topic: 'posts.events', field, subject });

describe('the secrets of a post', () => {
  it('are opened by fn-matcher alone, in their one spelling', async () => {
    const { id } = await report(SECRETS);
    const { sealedIdentifiers, sealedProof } = await createdOf(id);
    expect(await posts.opener.open(sealedIdentifiers ?? '', place('sealedIdentifiers', id))).toEqual([
      { type: 'imei', value: IMEI },
      { type: 'serial', value: 'C02XK0ABJHD2' },
    ]);
    expect(await posts.opener.open(sealedProof ?? '', place('sealedProof', id))).toEqual(SECRETS.proof);
  });

  it('have one hash for one number, whoever writes it and however', async () => {
    const one = await createdOf((await report(SECRETS)).id);
    const other = await report({ identifiers: [{ type: 'imei', value: IMEI }] }, await posts.tokenFor('user'));
    const { identifiers } = await createdOf(other.id);
    expect(identifiers).toEqual([one.identifiers[0]]);
    const third = await report({ identifiers: [{ type: 'serial', value: IMEI }] });
    expect((await createdOf(third.id)).identifiers[0]?.keyedHash).not.toBe(identifiers[0]?.keyedHash);
  });

  it('travel on as they were sealed, through every later event', async () => {
    const { id } = await report(SECRETS);
    const headers = { 'if-match': '"1"' };
    await call(posts, `PATCH /posts/${id}`, { as: author, headers, body: { title: 'Another title' } });
    const created = await createdOf(id);
    await eventually(async () => {
      const [updated] = (await readEvents(posts.bus, 'post.updated')).filter(({ payload }) => payload.postId === id);
      const { identifiers, sealedIdentifiers, sealedProof } = created;
      expect(updated?.payload).toMatchObject({ identifiers, sealedIdentifiers, sealedProof });
    });
  });

  it('are given anew as a whole, and taken away', async () => {
    const { id } = await report(SECRETS);
    const patch = (version: number, body: object) =>
      call<WrittenPostResponse>(posts, `PATCH /posts/${id}`, {
        as: author,
        headers: { 'if-match': `"${version}"` },
        body,
      });
    const changed = await patch(1, { proof: [{ question: 'And now?', answer: 'nothing' }] });
    expect(changed.body).toMatchObject({ proofQuestions: ['And now?'], identifierTypes: ['imei', 'serial'] });
    const bare = await patch(2, { proof: [], identifiers: [] });
    expect(bare.body).toMatchObject({ proofQuestions: [], identifierTypes: [], version: 3 });
  });

  it('are read back as questions by their author alone, and as kinds by her organization', async () => {
    const org = { orgId: sequenceId(4) };
    const { id, proofQuestions } = await report(
      SECRETS,
      await posts.tokenFor('user', { ...org, userId: sequenceId(5) }),
    );
    expect(proofQuestions).toEqual(['What is in the lid?', 'Which number is on the sticker?']);
    const read = async (as?: string) =>
      (await call<WrittenPostResponse>(posts, `GET /posts/${id}`, as ? { as } : {})).body;
    expect(await read(await posts.tokenFor('staff', org))).toMatchObject({
      proofQuestions: null,
      identifierTypes: ['imei', 'serial'],
    });
    expect(await read()).toMatchObject({ proofQuestions: null, identifierTypes: null, suggestion: null });
  });

  it.each([
    ['a wrong IMEI', { identifiers: [{ type: 'imei', value: '490154203237519' }] }],
    ['six proofs', { proof: Array(6).fill({ question: 'q', answer: ANSWER }) }],
    ['an answer without a question', { proof: [{ answer: ANSWER }] }],
    ['a secret where none belongs', { attributes: { secret: { deep: [{ er: ANSWER }] } } }],
    ['an upload that is none', { photoUploadIds: ['giraffe'] }],
  ])('are not repeated when %s is refused', async (_name, wrong) => {
    const body = aReportRequest({ ...wrong });
    const { status, body: problem } = await call(posts, 'POST /posts', { as: author, body });
    expect(status).toBe(400);
    expect(JSON.stringify(problem)).not.toMatch(/giraffe|490154203237519/);
  });

  it('are nowhere in clear: not in a row, an event, a log line, a metric or what anybody is shown', async () => {
    const { id } = await report({ ...SECRETS, title: 'Planted' });
    await call(posts, `PATCH /posts/${id}`, {
      as: author,
      headers: { 'if-match': '"1"' },
      body: { ...SECRETS, title: 'Again' },
    });
    await createdOf(id);
    const shown = await Promise.all(
      (
        ['/posts?q=planted', '/posts?q=giraffe', `/posts/${id}`, `/posts/${id}/history`, '/users/me/posts'] as const
      ).map(async (path) => JSON.stringify((await call(posts, `GET ${path}`, { as: author })).body)),
    );
    const dump = await withClient(posts.database.adminUrl, async (client) => {
      const tables = ['post', 'post_version', 'outbox', 'idempotency', 'audit_entries'];
      const rows = await Promise.all(
        tables.map((table) => client.query(`select t::text as row from posts.${table} t`)),
      );
      return JSON.stringify(rows.flatMap(({ rows: found }) => found as unknown[]));
    });
    const log = await readFile(posts.env['LOG_FILE'] ?? '', 'utf8');
    const metrics = await (await fetch(`${posts.origin}/metrics`)).text();
    const bytes: string[] = [];
    for await (const message of posts.bus.read({ topics: ['posts.events'], from: 'beginning', follow: false })) {
      bytes.push(Buffer.from(message.value).toString('latin1'));
    }
    const everything = [...shown, dump, log, metrics, ...bytes].join('\n');
    expect(PLANTED.filter((secret) => everything.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });
});
