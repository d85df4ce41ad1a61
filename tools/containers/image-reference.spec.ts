import { describe, expect, it } from '@jest/globals';
import { parseImage, pinProblem } from './image-reference.ts';

const digest = `sha256:${'0f'.repeat(32)}`;

describe('an image', () => {
  it.each([
    ['postgres:18.4', 'docker.io/library/postgres', '18.4', undefined],
    ['apache/kafka:4.3.0', 'docker.io/apache/kafka', '4.3.0', undefined],
    [`quay.io/a/b:1.2@${digest}`, 'quay.io/a/b', '1.2', digest],
    ['localhost:5000/a', 'localhost:5000/a', undefined, undefined],
  ])('%s is read as the engine reads it', (text, repository, tag, found) => {
    expect(parseImage(text)).toEqual({ repository, tag, digest: found });
  });

  it.each([
    ['node', 'exact tag'],
    ['node:latest', 'exact tag'],
    ['node:26', 'exact tag'],
    [`node@${digest}`, 'exact tag'],
    ['node:26.10.0', 'needs the digest'],
    ['node:26.10.0@sha256:12', '64 hexadecimal'],
    ['Not An Image', 'is no image'],
  ])('%s is not pinned', (text, words) => {
    expect(pinProblem(text)).toContain(words);
  });

  it('is pinned by an exact tag, for people, and a digest, for the engine', () => {
    expect(pinProblem(`node:26.10.0-bookworm-slim@${digest}`)).toBeUndefined();
  });
});
