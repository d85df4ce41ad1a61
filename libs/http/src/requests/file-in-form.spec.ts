import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fileBetween } from './file-in-form.ts';

const HEADERS = 'Content-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg';
const form = (file: Buffer, headers = HEADERS, end = '--\r\n'): Buffer =>
  Buffer.concat([Buffer.from(`--xYz\r\n${headers}\r\n\r\n`), file, Buffer.from(`\r\n--xYz${end}`)]);

async function* inChunks(body: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function read(body: Buffer, size = 1_000): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of fileBetween(inChunks(body, size), 'xYz')) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('the file in a form', () => {
  it('is the same however the form comes in, also when it holds what looks like its end', async () => {
    const pieces = fc.constantFrom('\r\n', '--', 'xYz', '\r\n--xY', '\r', '\n--xYz', 'data', '\0');
    const files = fc.array(pieces, { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')));
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 50 }), async (file, size) => {
        fc.pre(!file.includes('\r\n--xYz') && !`\r\n${file.toString('latin1')}`.startsWith('\r\n--xYz'));
        expect(await read(form(file), size)).toEqual(file);
      }),
    );
  });

  it('may be empty', async () => {
    expect(await read(form(Buffer.alloc(0)))).toHaveLength(0);
  });

  it.each([
    ['breaks off within the file', form(Buffer.from('data')).subarray(0, -12), 'breaks off'],
    ['breaks off before its last two dashes', form(Buffer.from('data'), HEADERS, ''), 'breaks off'],
    ['is empty', Buffer.alloc(0), 'breaks off'],
    ['has a field before the file', form(Buffer.from('x'), 'Content-Disposition: form-data; name="a"'), 'not a file'],
    ['has a second part', form(Buffer.from('data'), HEADERS, '\r\n'), 'more than one part'],
    ['has headers without an end', Buffer.from(`--xYz\r\n${'a: b\r\n'.repeat(4_000)}`), 'too long'],
  ])('is refused when the form %s', async (_what, body, why) => {
    await expect(read(body)).rejects.toMatchObject({
      code: 'request.malformed_form',
      detail: expect.stringContaining(why),
    });
  });
});
