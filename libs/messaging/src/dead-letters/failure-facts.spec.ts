import { DomainError } from '@foundnow/kernel';
import { describe, expect, it } from '@jest/globals';
import { failureFacts } from './failure-facts.ts';

class MailRefused extends Error {}

const failSomewhere = (text: string) => new MailRefused(text);
const failElsewhere = (text: string) => new MailRefused(text);

function withStack(...frames: string[]): Error {
  const error = new RangeError('secret@example.org');
  error.stack = ['RangeError: secret@example.org', ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

describe('the facts of a failure', () => {
  it('hold class, code and kind, and never the message', () => {
    const facts = failureFacts(new DomainError('claim.late', 'conflict', 'ann@example.org came late'), 'claim.opened');
    expect(facts).toMatchObject({ code: 'claim.late', errorClass: 'DomainError', kind: 'conflict' });
    expect(JSON.stringify(facts)).not.toContain('ann@');
  });

  it('have one fingerprint for one cause, whatever the message says', () => {
    const [one, two] = ['a', 'b'].map((text) => failureFacts(failSomewhere(text), 'post.created').fingerprint);
    expect(one).toBe(two);
  });

  it('have another fingerprint for another event, class or place', () => {
    const facts = [
      failureFacts(failSomewhere('a'), 'post.created'),
      failureFacts(failSomewhere('a'), 'post.deleted'),
      failureFacts(failElsewhere('a'), 'post.created'),
      failureFacts(new TypeError('a'), 'post.created'),
    ];
    expect(new Set(facts.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });

  it('look past libraries, and see neither lines nor where the checkout lies', () => {
    const library = 'Client.query (/srv/a/node_modules/pg/lib/client.js:10:3)';
    const here = withStack(library, 'async PostStore.save (file:///srv/a/apps/fn-posts/src/outbound/store.ts:10:3)');
    const there = withStack('PostStore.save (/home/x/apps/fn-posts/src/outbound/store.ts:99:1)');
    expect(failureFacts(here, 'x').fingerprint).toBe(failureFacts(there, 'x').fingerprint);
  });

  it.each([
    ['a text', 'ann@example.org', { errorClass: 'string', code: 'unexpected' }],
    ['nothing', undefined, { errorClass: 'undefined', code: 'unexpected' }],
    ['a code that is no code', Object.assign(new Error('x'), { code: 'ann@example.org' }), { code: 'unexpected' }],
    ['a database error', Object.assign(new Error('x'), { code: '23505' }), { code: '23505' }],
  ])('can be had of %s that was thrown', (_, thrown, expected) => {
    expect(failureFacts(thrown, 'post.created')).toMatchObject(expected);
  });
});
