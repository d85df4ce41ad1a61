import { describe, expect, it } from '@jest/globals';
import { assignments, execForm, expand, parseDockerfile } from './parse-dockerfile.ts';

const TEXT = `# comment
ARG BASE=node:26.1
FROM \${BASE} AS one

RUN --mount=type=cache,target=/x npm ci \\
  # a comment in between
  --omit=dev
COPY --from=zero --chown=1:1 a b ./
FROM one
CMD ["node", "main.js"]
`;

describe('parseDockerfile', () => {
  it('reads stages, flags and continued lines, each with its line number', () => {
    expect(parseDockerfile(TEXT)).toEqual({
      globals: { BASE: 'node:26.1' },
      stages: [
        {
          line: 3,
          from: 'node:26.1',
          name: 'one',
          instructions: [
            { line: 5, name: 'RUN', flags: { mount: 'type=cache,target=/x' }, text: 'npm ci --omit=dev' },
            { line: 8, name: 'COPY', flags: { from: 'zero', chown: '1:1' }, text: 'a b ./' },
          ],
        },
        {
          line: 9,
          from: 'one',
          name: undefined,
          instructions: [{ line: 10, name: 'CMD', flags: {}, text: '["node", "main.js"]' }],
        },
      ],
    });
  });

  it.each(['RUN <<EOF', 'ONBUILD RUN x', 'what is this'])('refuses %j rather than guess', (line) => {
    expect(() => parseDockerfile(`FROM a\n${line}\n`)).toThrow('Dockerfile:2: not understood');
  });

  it('reads assignments, fills in variables, and tells the exec form from the shell form', () => {
    expect(assignments('A=1 B="two words" C')).toEqual({ A: '1', B: 'two words', C: '' });
    expect(expand(`$A/\${B}/$C`, { A: '1', B: '2' })).toBe('1/2/');
    expect([execForm('["a", "b"]'), execForm('a b')]).toEqual([['a', 'b'], undefined]);
  });
});
