import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { userIdFor } from '@foundnow/auth';
import { call, type ServiceUnderTest } from '@foundnow/service/testing';
import { sequenceId } from '@foundnow/testing';
import type { PostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts } from '../start-posts.ts';

const ORG = sequenceId(1);
const AUTHOR = userIdFor('author');

/** The reading table of docs/visibility.md, for a post of an organization. */
const TABLE = {
  public: { anonymous: 'veiled', person: 'veiled', 'same org': 'exact', 'other org': 'veiled', author: 'exact' },
  organization: { anonymous: 'no', person: 'no', 'same org': 'exact', 'other org': 'no', author: 'exact' },
  private: { anonymous: 'no', person: 'no', 'same org': 'no', 'other org': 'no', author: 'exact' },
} as const;

type Viewer = keyof (typeof TABLE)['public'];

const cases = Object.entries(TABLE).flatMap(([visibility, row]) =>
  Object.entries(row).map(([viewer, sees]) => ({ visibility, viewer: viewer as Viewer, sees })),
);

let posts: ServiceUnderTest;
beforeAll(async () => void (posts = await startPosts()));
afterAll(() => posts.stop());

async function tokenOf(viewer: Viewer): Promise<string | undefined> {
  switch (viewer) {
    case 'anonymous':
      return undefined;
    case 'person':
      return posts.tokenFor('user');
    case 'same org':
      return posts.tokenFor('user', { userId: userIdFor('colleague'), orgId: ORG });
    case 'other org':
      return posts.tokenFor('org_admin', { orgId: sequenceId(2) });
    case 'author':
      // Not even acting for the organization now.
      return posts.tokenFor('user', { userId: AUTHOR });
  }
}

async function seenBy(id: string, viewer: Viewer): Promise<string> {
  const token = await tokenOf(viewer);
  const { status, headers, body } = await call<PostResponse>(posts, `GET /posts/${id}`, token ? { as: token } : {});
  if (status === 404) return 'no';
  expect(headers.get('vary')).toContain('Authorization');
  expect(headers.get('cache-control')).toBe(body.place.exact ? 'private, no-store' : 'private, no-cache');
  return body.place.exact ? 'exact' : 'veiled';
}

describe('who sees a post', () => {
  it.each(cases)('$visibility, $viewer: $sees', async ({ visibility, viewer, sees }) => {
    const as = await posts.tokenFor('staff', { userId: AUTHOR, orgId: ORG });
    const { body } = await call<PostResponse>(posts, 'POST /posts', { as, body: aReportRequest({ visibility }) });
    expect(await seenBy(body.id, viewer)).toBe(sees);
  });

  it('keeps an organization’s post of no organization to its author', async () => {
    const as = await posts.tokenFor('user', { userId: AUTHOR });
    const body = aReportRequest({ visibility: 'organization' });
    const { id } = (await call<PostResponse>(posts, 'POST /posts', { as, body })).body;
    expect(await Promise.all([seenBy(id, 'author'), seenBy(id, 'person'), seenBy(id, 'anonymous')])).toEqual([
      'exact',
      'no',
      'no',
    ]);
  });
});
