import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ObjectStore } from '../../src/index.ts';
import { freshKey } from './bodies.ts';

const segment = fc.stringMatching(/^[ab0_-](?:[ab.-]?[a0_-])?$/);
const keys = fc.uniqueArray(
  fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/')),
  { minLength: 1, maxLength: 12 },
);

export function describeListing(store: () => ObjectStore): void {
  async function listed(prefix: string, limit: number): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store().list(prefix, { limit, ...(cursor !== undefined && { cursor }) });
      expect(page.objects.length).toBeLessThanOrEqual(limit);
      found.push(...page.objects.map(({ key }) => key));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  }

  it('lists every key with a prefix once, in order, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        keys,
        fc.constantFrom('', 'a', 'a/', 'a-', 'b0', '0/a'),
        fc.integer({ min: 1, max: 5 }),
        async (names, prefix, limit) => {
          const folder = freshKey('').slice(0, -1);
          const all = names.map((name) => `${folder}/${name}`);
          await Promise.all(all.map((key) => store().put(key, Buffer.from('x'), { contentType: 'text/plain' })));
          const expected = all.filter((key) => key.startsWith(`${folder}/${prefix}`)).sort();
          expect(await listed(`${folder}/${prefix}`, limit)).toEqual(expected);
        },
      ),
      { numRuns: 15, examples: [[['a', 'a/b', 'a-b', 'a.b', 'a0', 'a/b/0', 'aa'], 'a', 2]] },
    );
  });

  it('lists what is known of each object', async () => {
    const key = freshKey();
    const info = await store().put(key, Buffer.from('x'), { contentType: 'image/png' });
    expect(await store().list(key)).toEqual({ objects: [info] });
  });

  it('goes on where it was although objects come and go between two pages', async () => {
    const folder = freshKey('').slice(0, -1);
    const put = (name: string) => store().put(`${folder}/${name}`, Buffer.from('x'), { contentType: 'text/plain' });
    for (const name of ['b', 'd', 'f']) await put(name);
    const first = await store().list(folder, { limit: 2 });
    await store().delete(`${folder}/d`);
    await put('a');
    await put('e');
    const second = await store().list(folder, { limit: 10, cursor: first.nextCursor ?? '' });
    expect(second.objects.map(({ key }) => key.slice(folder.length))).toEqual(['/e', '/f']);
  });

  it.each(['..', '/', 'a/../', './', 'A', 'a\\'])('takes no prefix %j', async (prefix) => {
    await expect(store().list(prefix)).rejects.toMatchObject({ code: 'storage.invalid' });
  });

  it('knows an empty place', async () => {
    expect(await store().list(freshKey())).toEqual({ objects: [] });
  });
}
