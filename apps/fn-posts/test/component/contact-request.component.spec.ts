import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { sequenceId } from '@foundnow/testing';
import { type ContactPlay, contactPlay } from '../contact-play.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
let play: ContactPlay;
beforeAll(async () => {
  posts = await startPosts();
  play = await contactPlay(posts);
});
afterAll(() => posts.stop());

describe('asking the author of a post for contact', () => {
  it('brings her the message without contact data, and tells fn-notifications alone', async () => {
    const { token } = await play.somebody();
    const post = await play.report();
    const { status, headers, body } = await play.ask(post.id, token, { message: 'Mine! Call +49 171 5550199, Ann' });
    expect({ status, etag: headers.get('etag') }).toEqual({ status: 201, etag: '"1"' });
    expect(headers.get('location')).toBe(`/api/v1/contact-exchanges/${body.id}`);
    expect(body).toMatchObject({ status: 'pending', role: 'requester', warnings: [{ path: 'message' }] });
    const shown = await play.read(body.id, play.owner);
    expect(shown).toMatchObject({ role: 'owner', message: expect.stringMatching(/^Mine! Call \[.*\], Ann$/) });
    const [event] = await play.told('contact.requested', body.id);
    const place = { topic: 'posts.events', field: 'sealedMessage', subject: body.id };
    expect(await posts.notificationsOpener.open(event?.sealedMessage ?? '', place)).toBe(shown.message);
    expect(event).toMatchObject({
      ownerId: play.ownerId,
      postId: post.id,
      openedBy: 'requester',
      requestedFields: ['email', 'phone'],
    });
  });

  it('is not for her own post, one that is over, one that is not shown, or twice', async () => {
    const { token } = await play.somebody();
    const { id } = await play.report();
    expect(await play.ask(id, play.owner)).toMatchObject({ status: 409, body: { code: 'contact.own_post' } });
    expect(await play.ask(sequenceId(9), token)).toMatchObject({ status: 404, body: { code: 'post.not_found' } });
    const hidden = await play.report({ visibility: 'private' });
    expect(await play.ask(hidden.id, token)).toMatchObject({ status: 404, body: { code: 'post.not_found' } });
    expect((await play.ask(id, token)).status).toBe(201);
    expect(await play.ask(id, token)).toMatchObject({ status: 409, body: { code: 'contact.already_open' } });
    const over = await play.report();
    await call(posts, `POST /posts/${over.id}/expire`, { as: play.owner, headers: { 'if-match': '*' } });
    expect(await play.ask(over.id, token)).toMatchObject({ status: 409, body: { code: 'contact.post_not_active' } });
    expect((await play.ask(id, token, { message: 'x'.repeat(1001) })).status).toBe(400);
  });

  it('finds nobody to ask where whoever took the item in is erased; the asker is not told that she is', async () => {
    const [clerkId, orgId] = [crypto.randomUUID(), crypto.randomUUID()];
    const clerk = await posts.tokenFor('staff', { userId: clerkId, orgId });
    const { id } = await play.report({ kind: 'found' }, clerk);
    await withClient(posts.database.adminUrl, (client) =>
      client.query(
        `insert into posts.erasure (person_id, source, requested_at, completed_at) values ($1, 'event', now(), now())`,
        [clerkId],
      ),
    );
    const { token } = await play.somebody();
    expect(await play.ask(id, token)).toMatchObject({ status: 409, body: { code: 'contact.nobody_to_ask' } });
    const other = await play.report();
    expect(await play.ask(other.id, clerk)).toMatchObject({ status: 409, body: { code: 'person.erased' } });
  });

  it('can be done ten times an hour, also when all come at once; then the answer says when again', async () => {
    const { token } = await play.somebody();
    const about = await Promise.all(Array.from({ length: 13 }, () => play.report()));
    const answers = await Promise.all(about.map(({ id }) => play.ask(id, token)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...Array(10).fill(201),
      429,
      429,
      429,
    ]);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(3500);
    const other = await play.somebody();
    expect((await play.ask(about[0]?.id ?? '', other.token)).status).toBe(201);
  });

  it('says in the document that it can be refused for being too often', async () => {
    const document = (await (await fetch(`${posts.origin}/api/openapi.json`)).json()) as {
      paths: Record<string, { post?: { responses: Record<string, unknown> } }>;
    };
    const { responses = {} } = document.paths['/api/v1/contact-exchanges']?.post ?? {};
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['201', '404', '409', '422', '429']));
    expect(responses['429']).toMatchObject({ headers: { 'Retry-After': {} } });
  });

  it('is answered as it stands when it is repeated after the post was closed', async () => {
    const { token } = await play.somebody();
    const { id } = await play.report();
    const again = () => play.ask(id, token, {}, { 'idempotency-key': 'contact-then-closed' });
    const first = await again();
    const closing = { as: play.owner, headers: { 'if-match': '"1"' }, body: { resolution: 'returned' } };
    expect((await call(posts, `POST /posts/${id}/resolve`, closing)).status).toBe(200);
    const second = await again();
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('happens once, however often one request is repeated', async () => {
    const { token } = await play.somebody();
    const { id } = await play.report();
    const again = () => play.ask(id, token, {}, { 'idempotency-key': 'contact-once' });
    const answers = await Promise.all(Array.from({ length: 16 }, again));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    await play.told('contact.requested', answers[0]?.body.id ?? '');
  });
});
