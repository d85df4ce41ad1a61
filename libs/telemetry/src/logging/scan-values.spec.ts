import { describe, expect, it } from '@jest/globals';
import { processorMs } from '@foundnow/testing';
import fc from 'fast-check';
import { scanValue } from './scan-values.ts';
import type { SecretKind } from './scan-values.ts';

function scan(text: string): { text: string; found: SecretKind[] } {
  const found: SecretKind[] = [];
  return { text: scanValue(text, (kind) => found.push(kind)), found };
}

const JWT = `eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJkZXNrIn0.${'Qk3x'.repeat(12)}`;

describe('scanValue', () => {
  it.each<[SecretKind, string]>([
    ['email', 'ada.lovelace+lost@example.co.uk'],
    ['email', 'jürgen@müller.de'],
    ['email', 'ada%40example.org'],
    ['phone', '+44 20 7946 0958'],
    ['phone', '0049 (30) 901820'],
    ['phone', '+33612345678'],
    ['phone', '030 / 901 820 55'],
    ['phone', '0612345678'],
    ['phone', '(212) 555-0187'],
    ['card', '4111 1111 1111 1111'],
    ['card', '5555555555554444'],
    ['card', '3782-822463-10005'],
    ['iban', 'DE89 3704 0044 0532 0130 00'],
    ['iban', 'GB29NWBK60161331926819'],
    ['token', JWT],
    ['token', `eyJhbGciOiJFQ0RILUVTIn0.abc.${'x1Y2'.repeat(4)}.${'z9Q8'.repeat(8)}.tag_123`],
    ['token', 'q3Zk0Yd8bV1nXw5Rj7Ht2Lc9Sf4Gp6MeAuBoCi'],
    ['token', 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'],
    ['token', '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE'],
  ])('masks a %s: %s', (kind, secret) => {
    expect(scan(secret)).toEqual({ text: `[${kind}]`, found: [kind] });
    expect(scan(`they said ${secret} there`).text).toContain(`they said [${kind}]`);
    expect(scan(`"${secret}",`).text).toContain(`"[${kind}]`);
  });

  it('masks what an authorization header holds, and the password in an address', () => {
    expect(scan('authorization: Bearer abc.def-123').text).toBe('authorization: Bearer [token]');
    expect(scan('Basic YWRhOnNlY3JldA==').text).toBe('Basic [token]');
    expect(scan('postgres://posts_app:s3cret@10.0.0.7:5432/foundnow').text).toBe(
      'postgres://posts_app:[password]@10.0.0.7:5432/foundnow',
    );
  });

  it('masks a number with text glued behind it', () => {
    expect(scan('DE89 3704 0044 0532 0130 00 PLEASE').text).not.toContain('3704');
    expect(scan('4111 1111 1111 1111 20').text).not.toContain('1111');
  });

  it.each([
    '019a5b7e-6e61-7cc3-9f00-2b1f6a1f3c11',
    '019a5b7e-6111-7123-9001-261161113111',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '4bf92f3577b34da6a3ce929d0e0e4736',
    '2026-11-20T10:11:12.345Z',
    '2026-11-20',
    'posts.events',
    '127.0.0.1:4001',
    'http://127.0.0.1:4001/api/v1',
    'post.created v1 at offset 1234567',
    'libs/outbox/src/relay/outbox-relay.ts:120:14',
    'node_modules/@nestjs/core/router/router-execution-context.js:46:28',
    'CreatePostsOutboxAndQuarantine1767225600000',
    'foundnow.posts.PostPhotoRemovedWithAVeryLongRecordName',
    'listening on port 4001 after 1234 ms',
    'basic settings are missing',
  ])('leaves %s as it is', (text) => {
    expect(scan(text)).toEqual({ text, found: [] });
  });

  it('finds an address between any other text', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(scan(`${before} someone@example.org ${after}`).text).not.toContain('someone@example.org');
      }),
    );
  });

  it('stays quick on long text made to slow it down', () => {
    const parts = ['1 ', 'a.', '0-', 'A1', '@a.', 'eyJ', '(1)', '+1'];
    const took = processorMs(() => {
      for (const part of parts) scan(part.repeat(20_000));
    });
    expect(took).toBeLessThan(2_000);
  });
});
