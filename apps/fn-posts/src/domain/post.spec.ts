import { describe, expect, it } from '@jest/globals';
import { aReport, aReportContext } from '../../test/report.builder.ts';
import { isReference } from './item-reference.ts';
import { Post } from './post.ts';

const now = new Date('2026-03-01T12:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('reporting an item', () => {
  it('makes an active post in its first version and says so', () => {
    const { post, events } = Post.report(aReport({ kind: 'lost' }), aReportContext({ now }));
    expect(post.state).toMatchObject({ version: 1, status: 'active', createdAt: now, updatedAt: now });
    expect(events).toEqual([{ type: 'reported', post: post.state }]);
  });

  it('gives found items a reference and lost items none', () => {
    const found = Post.report(aReport({ kind: 'found' }), aReportContext({ now })).post.state;
    const lost = Post.report(aReport({ kind: 'lost' }), aReportContext({ now })).post.state;
    expect(isReference(found.reference ?? '')).toBe(true);
    expect(lost.reference).toBeNull();
  });

  it('expires after thirty days', () => {
    const { post } = Post.report(aReport(), aReportContext({ now }));
    expect(post.state.expiresAt).toEqual(new Date('2026-03-31T12:00:00Z'));
  });

  it('refuses a time window that ends before it begins', () => {
    const report = aReport({ occurredFrom: minutes(-10), occurredTo: minutes(-20) });
    expect(() => Post.report(report, aReportContext({ now }))).toThrow(refusalOf('occurredFrom'));
  });

  it('refuses the future, but not a clock that runs five minutes ahead', () => {
    const ahead = (by: number) => aReport({ occurredFrom: minutes(-10), occurredTo: minutes(by) });
    expect(() => Post.report(ahead(6), aReportContext({ now }))).toThrow(refusalOf('occurredTo'));
    expect(Post.report(ahead(5), aReportContext({ now })).events).toHaveLength(1);
  });
});

function refusalOf(path: string) {
  return expect.objectContaining({ code: 'post.invalid', fields: [expect.objectContaining({ path })] });
}
