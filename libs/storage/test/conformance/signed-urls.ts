import { expect, it } from '@jest/globals';
import type { ObjectStore } from '../../src/index.ts';
import { contentOf, freshKey } from './bodies.ts';
import { grantFor, send } from './sending.ts';

export function describeSignedUrls(store: () => ObjectStore): void {
  it('lets a client upload exactly what was granted', async () => {
    for (const body of ['1234', '1234567890']) {
      const key = freshKey();
      const signed = await store().signUpload(grantFor(key));
      expect(signed).toMatchObject({ method: 'PUT', headers: { 'content-type': 'image/jpeg' } });
      expect((await send(signed, { body })).status).toBe(200);
      expect(await store().stat(key)).toMatchObject({ size: body.length, contentType: 'image/jpeg' });
      expect(await contentOf(store(), key)).toBe(body);
    }
  });

  it('lets a client download, wholly or in part, and save under a name', async () => {
    const key = freshKey();
    await store().put(key, Buffer.from('0123456789'), { contentType: 'image/png' });
    const signed = await store().signDownload({ key, expiresInSeconds: 60 });
    const whole = await send(signed);
    expect([whole.status, whole.text, whole.headers.get('content-type')]).toEqual([200, '0123456789', 'image/png']);
    const part = await send(signed, { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.text, part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
    const named = await send(await store().signDownload({ key, expiresInSeconds: 60, downloadName: 'my photo.png' }));
    expect(named.headers.get('content-disposition')).toBe('attachment; filename="my photo.png"');
  });

  it.each([
    { minBytes: -1 },
    { maxBytes: 3 },
    { maxBytes: Number.NaN },
    { expiresInSeconds: 0 },
    { expiresInSeconds: 8 * 86_400 },
  ])('signs no upload with %j', async (wrong) => {
    await expect(store().signUpload({ ...grantFor(freshKey()), ...wrong })).rejects.toMatchObject({
      kind: 'validation',
    });
  });

  it('signs no download name that could be a header', async () => {
    const grant = { key: freshKey(), expiresInSeconds: 60, downloadName: 'a"; x=y\r\nz' };
    await expect(store().signDownload(grant)).rejects.toMatchObject({ kind: 'validation' });
  });
}
