import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ObjectStore } from '../../src/index.ts';
import { breakingOff, contentOf, freshKey, inChunks, wholeOf } from './bodies.ts';

const text = { contentType: 'text/plain' };

export function describeObjects(store: () => ObjectStore): void {
  it('gives back the bytes and the type that were put, from a buffer and from a stream', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 1, max: 999 }), async (bytes, size) => {
        const [whole, streamed] = [freshKey(), freshKey()];
        await store().put(whole, bytes, { contentType: 'image/jpeg' });
        await store().put(streamed, inChunks(bytes, size), { contentType: 'image/jpeg' });
        for (const key of [whole, streamed]) {
          const found = await store().get(key);
          expect(found.info).toMatchObject({ key, size: bytes.length, contentType: 'image/jpeg' });
          expect((await wholeOf(found)).equals(bytes)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('carries an object of 9 MB', async () => {
    const [key, bytes] = [freshKey(), randomBytes(9 * 1024 * 1024)];
    expect(await store().put(key, inChunks(bytes, 64 * 1024), text)).toMatchObject({ size: bytes.length });
    expect((await wholeOf(await store().get(key))).equals(bytes)).toBe(true);
  });

  it('says plainly that something is not there', async () => {
    const key = freshKey();
    expect(await store().stat(key)).toBeUndefined();
    expect(await store().delete(key)).toBe(false);
    await expect(store().get(key)).rejects.toMatchObject({ code: 'storage.missing', kind: 'missing' });
    await expect(store().copy(key, freshKey())).rejects.toMatchObject({ code: 'storage.missing' });
    await expect(store().move(key, freshKey())).rejects.toMatchObject({ code: 'storage.missing' });
  });

  it('replaces an object, tells so by its etag, and removes it once', async () => {
    const key = freshKey();
    const before = await store().put(key, Buffer.from('old'), text);
    expect(await store().stat(key)).toEqual(before);
    const after = await store().put(key, Buffer.from('new!'), { contentType: 'text/markdown' });
    expect(after.etag).not.toBe(before.etag);
    expect(await store().stat(key)).toEqual(after);
    expect(await contentOf(store(), key)).toBe('new!');
    expect([await store().delete(key), await store().delete(key)]).toEqual([true, false]);
    expect(await store().stat(key)).toBeUndefined();
  });

  it('lets exactly one of many take a key that must be free', async () => {
    const key = freshKey();
    const puts = Array.from({ length: 12 }, (_, i) =>
      store().put(key, Buffer.from(`writer ${i}`), { ...text, ifAbsent: true }),
    );
    const outcomes = await Promise.allSettled(puts);
    const winners = outcomes.flatMap(({ status }, i) => (status === 'fulfilled' ? [`writer ${i}`] : []));
    expect(winners).toEqual([await contentOf(store(), key)]);
    for (const outcome of outcomes.filter(({ status }) => status === 'rejected')) {
      expect(outcome).toMatchObject({ reason: { code: 'storage.exists', kind: 'precondition' } });
    }
  });

  it('shows readers whole objects while writers replace them', async () => {
    const key = freshKey();
    const versions = ['a', 'b', 'c'].map((letter) => letter.repeat(200_000));
    await store().put(key, Buffer.from(versions[0] ?? ''), text);
    const writes = versions.map((version) => store().put(key, inChunks(Buffer.from(version), 10_000), text));
    const seen = await Promise.all(Array.from({ length: 12 }, () => contentOf(store(), key)));
    await Promise.all(writes);
    for (const content of seen) expect(versions.includes(content)).toBe(true);
  });

  it('leaves nothing of a body that breaks off, and the old object as it was', async () => {
    const [fresh, taken] = [freshKey(), freshKey()];
    await store().put(taken, Buffer.from('old'), text);
    for (const key of [fresh, taken]) {
      await expect(store().put(key, breakingOff(Buffer.alloc(100_000)), text)).rejects.toThrow('the sender went away');
    }
    expect(await store().stat(fresh)).toBeUndefined();
    expect(await contentOf(store(), taken)).toBe('old');
  });

  it('reads a part', async () => {
    const key = freshKey();
    await store().put(key, Buffer.from('0123456789'), text);
    const part = async (start: number, end: number) =>
      (await wholeOf(await store().get(key, { range: { start, end } }))).toString();
    expect([await part(0, 3), await part(9, 9), await part(5, 1000)]).toEqual(['0123', '9', '56789']);
    await expect(store().get(key, { range: { start: 10, end: 12 } })).rejects.toMatchObject({
      code: 'storage.invalid',
    });
  });

  it('copies and moves with the type, and refuses a taken target when asked to', async () => {
    const [from, to, last] = [freshKey(), freshKey(), freshKey('moved')];
    await store().put(from, Buffer.from('photo'), { contentType: 'image/png' });
    expect(await store().copy(from, to)).toMatchObject({ key: to, size: 5, contentType: 'image/png' });
    expect(await store().move(from, last)).toMatchObject({ key: last, size: 5, contentType: 'image/png' });
    expect(await store().stat(from)).toBeUndefined();
    expect([await contentOf(store(), to), await contentOf(store(), last)]).toEqual(['photo', 'photo']);
    await expect(store().move(to, last, { ifAbsent: true })).rejects.toMatchObject({ code: 'storage.exists' });
    await expect(store().copy(to, last, { ifAbsent: true })).rejects.toMatchObject({ code: 'storage.exists' });
    await expect(store().move(to, to)).rejects.toMatchObject({ code: 'storage.invalid' });
    expect(await contentOf(store(), to)).toBe('photo');
    await store().move(to, last);
    expect(await store().stat(to)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['a slash', '/'],
    ['an empty part', 'a//b'],
    ['a way up', '../x'],
    ['a way up and down', 'a/../b'],
    ['a dot part', './a'],
    ['a last dot part', 'a/.'],
    ['an absolute path', '/etc/passwd'],
    ['a backslash', 'a\\b'],
    ['a NUL', 'a\0b'],
    ['a capital', 'A'],
    ['an umlaut', 'ä'],
    ['a blank', 'a b'],
    ['a hidden name', '.a'],
    ['a dot at the end', 'a.'],
    ['the mark of a folder', 'a@/b'],
    ['an escape', 'a%2fb'],
    ['too many parts', `${'long/'.repeat(103)}x`],
    ['a part that is too long', 'x'.repeat(129)],
  ])('takes no key with %s', async (_, key) => {
    const refused = { code: 'storage.invalid', kind: 'validation' };
    await expect(store().put(key, Buffer.from('x'), text)).rejects.toMatchObject(refused);
    await expect(store().get(key)).rejects.toMatchObject(refused);
    await expect(store().delete(key)).rejects.toMatchObject(refused);
    await expect(store().copy(freshKey(), key)).rejects.toMatchObject(refused);
    const grant = { key, contentType: 'text/plain', minBytes: 0, maxBytes: 1, expiresInSeconds: 1 };
    await expect(store().signUpload(grant)).rejects.toMatchObject(refused);
  });

  it.each(['', 'jpeg', 'image/jpeg\r\nx: y', 'text/html; charset=utf-8\n'])(
    'takes no content type %j',
    async (contentType) => {
      await expect(store().put(freshKey(), Buffer.from('x'), { contentType })).rejects.toMatchObject({
        kind: 'validation',
      });
    },
  );
}
