import { expect, it } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.ts';

it('does one thing after another for a key, also after one that failed, and does not hold up other keys', async () => {
  const line = new OneAtATime();
  const done: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      done.push(`${name} begins`);
      await Promise.resolve();
      done.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const first = line.run('a', work('first', true));
  const second = line.run('a', work('second'));
  const other = line.run('b', work('other'));
  await expect(first).rejects.toThrow('first');
  expect(await Promise.all([second, other])).toEqual(['second', 'other']);
  expect(done.indexOf('second begins')).toBeGreaterThan(done.indexOf('first ends'));
  expect(done.indexOf('other begins')).toBeLessThan(done.indexOf('first ends'));
});
