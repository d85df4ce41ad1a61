import { describe, expect, it } from '@jest/globals';
import { dockerignore } from './dockerignore.ts';

describe('dockerignore', () => {
  it.each([
    ['node_modules', 'node_modules/a/b.js', true],
    ['node_modules', 'apps/x/node_modules/b.js', false],
    ['**/node_modules', 'node_modules/b.js', true],
    ['**/node_modules', 'apps/x/node_modules/b.js', true],
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'docs/a/README.md', true],
    ['docs/**', 'docs/a/README.md', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['.env*', '.env.local', true],
    ['# *', 'x', false],
  ])('with %j: is %j kept out? %j', (pattern, path, ignored) => {
    expect(dockerignore(`${pattern}\n`)(path)).toBe(ignored);
  });

  it('lets the last pattern that matches decide', () => {
    const ignored = dockerignore('*\n!libs\n**/test\n');
    expect(['.git/config', 'libs/a.ts', 'libs/x/test/a.ts'].map(ignored)).toEqual([true, false, true]);
  });
});
