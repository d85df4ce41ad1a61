import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { rotateLogs } from '../src/rotate-logs.ts';

it('rotateLogs puts a full log aside, keeps three, and leaves the others alone', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'fn-logs-'));
  rotateLogs(join(dir, 'not-there-yet'));
  await writeFile(join(dir, 'fn-posts.log'), 'few');
  for (let round = 1; round <= 5; round += 1) {
    await writeFile(join(dir, 'fn-matcher.log'), `round ${round}: full`);
    rotateLogs(dir, 10);
  }
  expect((await readdir(dir)).toSorted()).toEqual([
    'fn-matcher.log.1',
    'fn-matcher.log.2',
    'fn-matcher.log.3',
    'fn-posts.log',
  ]);
  expect(await readFile(join(dir, 'fn-matcher.log.1'), 'utf8')).toBe('round 5: full');
  expect(await readFile(join(dir, 'fn-matcher.log.3'), 'utf8')).toBe('round 3: full');
  await rm(dir, { recursive: true });
});
