import { expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import { troubleTeller } from './tell-trouble.ts';

it('troubleTeller repeats what a client says to operators once a minute, and no other message', () => {
  const lines: string[] = [];
  let now = 0;
  const tell = troubleTeller({ warn: (_: unknown, text?: string) => void lines.push(text ?? '') }, () => now);
  const denied = new DomainError('bus.denied', 'dependency', 'Pub/Sub: no right to publish.');
  tell('publish', denied);
  tell('publish', denied);
  tell('fetch', new Error('connect to postgres://app:hunter2@db'));
  now = 60_000;
  tell('publish', denied);
  expect(lines).toEqual(['Pub/Sub: no right to publish.', 'the bus had a problem', 'Pub/Sub: no right to publish.']);
});
