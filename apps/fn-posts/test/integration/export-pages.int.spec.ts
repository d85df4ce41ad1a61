import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail, withClient } from '@foundnow/postgres';
import { sequenceId } from '@foundnow/testing';
import { PostgresExportSource } from '../../src/outbound/postgres/privacy/export-source.ts';
import type { Pages } from '../../src/use-cases/privacy/export-source.port.ts';
import { collect } from '../collect.ts';
import { aPost, aReference, anActor, NOON } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';

const MANY = 230;
const [CLERK, ORG] = [sequenceId(21), sequenceId(22)];
const clerk = anActor({ userId: CLERK, orgId: ORG, isStaff: true });
const colleague = anActor({ userId: sequenceId(23), orgId: ORG, isStaff: true });
const ANY_VERSION = { assertCurrent: () => {} };

let opened: PostgresPosts;
let source: PostgresExportSource;
beforeAll(async () => {
  opened = await openPostgresPosts();
  source = new PostgresExportSource(opened.database, new AuditTrail('posts'));
  for (let i = 0; i < MANY; i += 1) {
    // All of them at one moment, as a batch is.
    const { post } = aPost({ kind: 'found' }, { reference: aReference(i) }, i < MANY - 15 ? clerk : colleague);
    await opened.add(post, clerk);
    for (const title of ['Once', 'Twice']) {
      await opened.posts.update(post.state.id, clerk, ANY_VERSION, (held) =>
        held.edit({ title }, (place) => place, clerk, NOON),
      );
    }
  }
});
afterAll(() => opened.drop());

const all = async <T>(pages: Pages<T>) => (await collect(pages)).flat();
const sizes = async (pages: Pages<unknown>) => (await collect(pages)).map((page) => page.length);

describe('what is read for an export', () => {
  it('comes in pages, each record once, however many were made at one moment', async () => {
    const posts = await all(source.posts(CLERK));
    expect(new Set(posts.map(({ id }) => id)).size).toBe(MANY - 15);
    expect(posts).toHaveLength(MANY - 15);
    expect(await sizes(source.posts(CLERK))).toEqual([100, 100, 15]);
    const versions = await all(source.postVersions(CLERK));
    expect(new Set(versions.map(({ id, version }) => `${id} ${version}`)).size).toBe(2 * (MANY - 15));
    expect(versions).toHaveLength(2 * (MANY - 15));
  });

  it('tells what somebody did to posts of others, wherever it stands, and not whose they are', async () => {
    const changes = await all(source.changesOfOthers(CLERK));
    expect(changes.map(({ version }) => version)).toEqual([...Array(15).fill(3), ...Array(15).fill(2)]);
    expect(changes[0]).toMatchObject({ change: 'edited', fields: ['title'] });
    expect(JSON.stringify(changes)).not.toContain(colleague.userId);
    expect(await all(source.changesOfOthers(colleague.userId))).toEqual([]);
  });

  it('ends where the person is erased meanwhile', async () => {
    const pages = source.posts(CLERK)[Symbol.asyncIterator]();
    expect((await pages.next()).value).toHaveLength(100);
    const erase = `insert into posts.erasure (person_id, source, requested_at) values ($1, 'person', now())`;
    await withClient(opened.adminUrl, (client) => client.query(erase, [CLERK]));
    expect((await pages.next()).value).toEqual([]);
    expect((await pages.next()).done).toBe(true);
    expect((await source.open(CLERK)).erasure).toMatchObject({ personId: CLERK, source: 'person' });
  });
});
