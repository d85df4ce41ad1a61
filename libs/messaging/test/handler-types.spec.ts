import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

describe('the type of an event handler', () => {
  let errors: string;
  beforeAll(async () => {
    const tsc = path('../../../node_modules/typescript/bin/tsc');
    errors = await new Promise<string>((resolve) => {
      execFile(process.execPath, [tsc, '-p', path('fixtures/tsconfig.json'), '--pretty', 'false'], (_, out) =>
        resolve(out),
      );
    });
  }, 120_000);

  it.each(['wrong-payload', 'wrong-field', 'unknown-event', 'wrong-table'])('does not compile with a %s', (fixture) => {
    expect(errors).toMatch(new RegExp(`${fixture}\\.mts.*error TS\\d+`));
  });

  it('compiles when it takes the payload of its event, or a part of it', () => {
    expect(errors).not.toContain('handlers-that-fit');
  });
});
