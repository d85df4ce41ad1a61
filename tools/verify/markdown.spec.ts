import { describe, expect, it } from '@jest/globals';
import { anchorsIn } from './page-anchors.ts';
import { linksIn, npmScriptsIn } from './markdown.ts';

describe('a page', () => {
  it('gives its links with their lines, and none from code', () => {
    const page = ['# One', 'see [a](a.md) and [b](../b.md#two "title")', '```', '[c](c.md)', '```', '`[d](d.md)`'].join(
      '\n',
    );
    expect(linksIn(page)).toEqual([
      { line: 2, target: 'a.md' },
      { line: 2, target: '../b.md#two' },
    ]);
  });

  it('names its headings as GitHub does, also when two are alike', () => {
    const page = '# Nothing lost, nothing twice\n## `npm start` & more\n## Again\n## Again\n```\n# no heading\n```\n';
    expect([...anchorsIn(page)]).toEqual(['nothing-lost-nothing-twice', 'npm-start--more', 'again', 'again-1']);
  });

  it('names the npm scripts that it tells its reader to run', () => {
    expect(npmScriptsIn('`npm ci && npm start`, `npm run fn -- token`, npm test, npm tested')).toEqual([
      'start',
      'fn',
      'test',
    ]);
  });
});
