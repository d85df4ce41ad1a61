import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startGalleryApp } from './gallery-app.ts';

let gallery: Awaited<ReturnType<typeof startGalleryApp>>;
beforeAll(async () => void (gallery = await startGalleryApp()));
afterAll(() => gallery.stop());

const chunk = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;

it.each([
  ['a stream', 'files', 'image/jpeg', 'Transfer-Encoding: chunked', chunk],
  ['a body of known length', 'bulk', 'application/json', 'Content-Length: 1000000', (size: number) => 'x'.repeat(size)],
])('the answer to %s that is too long is there for a sender that reads only when it has sent it', async (...given) => {
  const [_what, path, type, length, piece] = given;
  const { hostname, port, pathname } = new URL(gallery.url);
  const answered = Promise.withResolvers<void>();
  const server = gallery.app.getHttpServer();
  server.prependOnceListener('request', (_request, response) => void response.once('finish', answered.resolve));
  const socket = connect(Number(port), hostname).pause();
  const send = promisify((text: string, done: (error?: Error | null) => void) => socket.write(text, done));
  await send(`POST ${pathname}/${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n${length}\r\n\r\n`);
  await send(piece(250_000));
  await answered.promise;
  for (let sent = 0; sent < 30; sent += 1) {
    await send(piece(25_000));
    await setImmediate();
  }
  socket.resume();
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 [^]*"code":"request\.too_large"/);
  socket.destroy();
});
