import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startGalleryApp, VERSION } from './gallery-app.ts';

describe('a conditional read', () => {
  let gallery: Awaited<ReturnType<typeof startGalleryApp>>;
  beforeAll(async () => void (gallery = await startGalleryApp()));
  afterAll(() => gallery.stop());

  async function read(given?: string, method = 'GET') {
    const headers = given === undefined ? {} : { 'if-none-match': given };
    const answer = await fetch(`${gallery.url}/0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee`, { method, headers });
    return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() };
  }
  const etag = `"${VERSION}-public"`;

  it('is answered in full to who has nothing, something old, another view or something that makes no sense', async () => {
    for (const given of [undefined, '"2-public"', `"${VERSION}"`, 'nonsense', Array(17).fill(etag).join(', ')]) {
      const answer = await read(given);
      expect([given, answer.status, answer.etag]).toEqual([given, 200, etag]);
      expect(JSON.parse(answer.text)).toMatchObject({ version: VERSION });
    }
  });

  it('is answered with 304 and no body to who has it', async () => {
    for (const given of [etag, `W/${etag}`, `"1", ${etag}`, '*']) {
      expect([given, await read(given)]).toEqual([given, { status: 304, etag, text: '' }]);
    }
    expect((await read(etag, 'HEAD')).status).toBe(304);
  });
});
