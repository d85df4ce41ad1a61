import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import { type ExportResponse, exportResponse } from '../../src/inbound/http/privacy/export.response.ts';
import { contactPlay } from '../contact-play.ts';
import { columnsWith } from '../every-column.ts';
import { type PersonalLife, twoLives } from '../personal-life.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { type PostsUnderTest, startPosts } from '../start-posts.ts';

const [HERS, ANOTHERS] = ['quokka', 'numbat'] as const;

/** Every column that can name a person, and where in the file it is told of. */
const TOLD: Readonly<Record<string, keyof ExportResponse>> = {
  'audit_entries.actor': 'auditEntries',
  'audit_entries.subject': 'auditEntries',
  'consent.person_id': 'consents',
  'contact_exchange.owner_id': 'contactExchanges',
  'contact_exchange.requester_id': 'contactExchanges',
  'erasure.person_id': 'erasure',
  'idempotency.person': 'keptAnswers',
  'person_data_keys.person_id': 'dataKey',
  'photo.owner_id': 'uploads',
  'post.author_id': 'posts',
  'post.changed_by': 'changesOfOthers',
  'post_version.author_id': 'postVersions',
  'post_version.changed_by': 'changesOfOthers',
  'post_version.snapshot': 'postVersions',
  'verified_claim.claimant_id': 'verifiedClaims',
  'verified_claim.found_author_id': 'verifiedClaims',
  'verified_claim.lost_author_id': 'verifiedClaims',
};
/** Ids of things, and of organizations. */
const NO_PERSON = [
  'consent.evidence_id',
  'consent.id',
  'contact_exchange.claim_id',
  'contact_exchange.id',
  'contact_exchange.match_id',
  'contact_exchange.opened_by',
  'contact_exchange.post_id',
  'inbox.event_id',
  'organization.org_id',
  'outbox.event_id',
  'outbox_quarantine.event_id',
  'photo.id',
  'photo.org_id',
  'photo.post_id',
  'post.id',
  'post.org_id',
  'post_version.org_id',
  'post_version.post_id',
  'single_use_tokens.subject',
  'verified_claim.claim_id',
  'verified_claim.found_post_id',
  'verified_claim.lost_post_id',
  'verified_claim.match_id',
];
const NAMING = `select table_name || '.' || column_name as name from information_schema.columns
  join information_schema.tables using (table_schema, table_name)
  where table_schema = 'posts' and table_type = 'BASE TABLE'
    and (data_type = 'uuid' or column_name ~ '(person|author|owner|actor|user|subject|_by$)')`;

let posts: PostsUnderTest;
let her: PersonalLife;
let another: PersonalLife;
beforeAll(async () => {
  posts = await startPosts();
  [her, another] = await twoLives(posts, await contactPlay(posts), [HERS, ANOTHERS]);
}, 120_000);
afterAll(() => posts.stop());

async function exported(as: string) {
  const answer = await fetch(`${posts.api}/privacy/export`, { headers: { authorization: `Bearer ${as}` } });
  const text = await answer.text();
  return { headers: answer.headers, status: answer.status, text, body: JSON.parse(text) as ExportResponse };
}

describe('the export of what is held of a person', () => {
  it('is one JSON file as the API document says, which no cache keeps', async () => {
    const { status, headers, body } = await exported(her.token);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="foundnow-posts-\d{4}-\d\d-\d\d\.json"$/);
    expect(exportResponse.parse(body)).toEqual(body);
    const document = (await (await fetch(`${posts.origin}/api/openapi.json`)).json()) as {
      paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, { schema: object }> }> } }>;
    };
    const described = document.paths['/api/v1/privacy/export']?.get?.responses['200']?.content?.['application/json'];
    expect(JSON.stringify(described)).toContain('postVersions');
  });

  it('holds something of each kind, all that she said in the clear, and each version of it', async () => {
    const { body, text } = await exported(her.token);
    const { format: _format, personId, exportedAt: _at, erasure, dataKey, ...sections } = body;
    expect({ personId, erasure, hasKey: dataKey !== null }).toEqual({
      personId: her.userId,
      erasure: null,
      hasKey: true,
    });
    for (const [name, records] of Object.entries(sections)) expect([name, records.length > 0]).toEqual([name, true]);
    expect(new Set(body.posts.map(({ id }) => id))).toEqual(new Set(her.postIds));
    expect(body.posts.map(({ status }) => status)).toContain('deleted');
    expect(body.posts.find(({ status }) => status === 'deleted')?.photos.flatMap(({ forms }) => forms)).toEqual([]);
    const words = ['newest', 'deleted', 'title', 'description', 'tag', 'brand', 'color', 'marks', 'street', 'question'];
    for (const what of [...words, 'caption', 'suggested', 'asks']) expect(text).toContain(`${HERS} ${what}`);
    expect(text).toContain(`${HERS}@contact.example`);
    expect(text).toContain(`${HERS}_news`);
    expect(body.postVersions.map(({ title }) => title)).toContain(`${HERS} title`);
    expect(body.changesOfOthers.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([2, 3]);
    // The sweep may have taken the photo of the deleted post away, or not yet.
    const states = new Set(body.uploads.map(({ state }) => state));
    expect([states.has('awaited'), states.has('ready')]).toEqual([true, true]);
  });

  it('says that what fn-matcher alone can read is kept, and does not hold it', async () => {
    const { body, text } = await exported(her.token);
    expect(body.posts[0]).toMatchObject({ hasSealedIdentifiers: true, hasSealedProof: true });
    for (const secret of [`${HERS} answer`, '77612', 'eyJ', 'fe1.']) expect(text).not.toContain(secret);
  });

  it('holds nothing of another: no id, no message, no contact data, nothing that she said', async () => {
    const { body, text } = await exported(her.token);
    for (const foreign of [another.userId, ANOTHERS, 'Of a colleague']) expect(text).not.toContain(foreign);
    const sides = body.contactExchanges.map(({ role, message, given }) => [role, message !== null, given !== null]);
    expect(new Set(sides.map(String))).toEqual(new Set(['owner,false,true', 'requester,true,false']));
  });

  it('links to her photos, also to one that no post has taken, for a day', async () => {
    const { body } = await exported(her.token);
    const photo = body.posts.flatMap(({ photos }) => photos).find(({ id }) => id === her.photoId);
    const ready = body.uploads.find(({ state }) => state === 'ready');
    const links = [...(photo?.forms ?? []), ...(ready?.link ? [ready.link] : [])];
    expect(links).toHaveLength(4);
    for (const { url, expiresAt } of links) {
      const answer = await fetch(url);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    }
  });

  it('tells of every column that can name a person: a new one is said to name nobody, or added', async () => {
    const { rows } = await withClient(posts.database.adminUrl, (client) => client.query<{ name: string }>(NAMING));
    const known = [...Object.keys(TOLD), ...NO_PERSON].filter((name) => name !== 'post_version.snapshot');
    expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
  });

  it('leaves out no place in which her id stands now', async () => {
    const { body } = await exported(her.token);
    await eventually(async () => {
      const found = await columnsWith(posts.database.adminUrl, [her.userId]);
      expect(found.filter((column) => TOLD[column] === undefined)).toEqual([]);
      expect(found.length).toBeGreaterThan(12);
      for (const column of found) expect([column, body[TOLD[column] ?? 'posts']]).not.toEqual([column, []]);
    });
  });

  it('is noted in the audit, and is empty of all but that once she was erased', async () => {
    const { token, userId } = await (await contactPlay(posts)).somebody();
    await call(posts, 'POST /posts', { as: token, body: aReportRequest() });
    expect((await exported(token)).body.auditEntries).toMatchObject([{ action: 'person.exported' }]);
    await call(posts, 'DELETE /privacy/me', { as: token });
    const { body } = await exported(token);
    expect(body).toMatchObject({ personId: userId, erasure: { source: 'person' }, posts: [], postVersions: [] });
    const noted = body.auditEntries.map(({ action }) => action);
    expect(noted).toEqual(expect.arrayContaining(['person.exported', 'person.erasure_requested', 'person.erased']));
  });
});
