import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseImage } from '../image-reference.ts';
import { pinImages } from '../pin/pin-images.ts';
import { registryDigest } from '../pin/registry-digest.ts';

const digest = `sha256:${'ab'.repeat(32)}`;
let server: Server;
let host: string;

/** Answers as registries do: a token for anybody, and the digest to who has it and takes lists of platforms. */
function answer({ url = '', headers, method }: IncomingMessage, response: ServerResponse): void {
  if (url === '/token?service=paper&scope=repository%3Aa%2Fb%3Apull') return void response.end('{"token":"t1"}');
  if (headers.authorization !== 'Bearer t1') {
    const challenge = `Bearer realm="http://${host}/token",service="paper"`;
    return void response.writeHead(401, { 'www-authenticate': challenge }).end();
  }
  const known = url === '/v2/a/b/manifests/1.2' && method === 'HEAD' && headers.accept?.includes('image.index');
  response.writeHead(known ? 200 : 404, known ? { 'docker-content-digest': digest } : {}).end();
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

describe('the digest of an image', () => {
  it('is asked from its registry, with the token that it demands', async () => {
    expect(await registryDigest({ repository: `${host}/a/b`, tag: '1.2', digest: undefined })).toBe(digest);
  });

  it('is not made up when the registry does not know the tag', async () => {
    const unknown = registryDigest({ repository: `${host}/a/b`, tag: '9.9', digest: undefined });
    await expect(unknown).rejects.toThrow(`${host} answered 404 for a/b:9.9`);
  });
});

describe('pinning', () => {
  const compose = `  image: a/b:1.2\n  image: a/b:1.2\n  image: c:3.4@sha256:old\n  build: .\n`;
  const dockerfile = `ARG NODE_IMAGE=node:26.1\nFROM \${NODE_IMAGE} AS x\nFROM x\n`;

  it('puts the digest behind every tag, and in place of the one that was there', async () => {
    const { text, pins } = await pinImages(compose, async () => digest);
    expect(text).toBe(`  image: a/b:1.2@${digest}\n  image: a/b:1.2@${digest}\n  image: c:3.4@${digest}\n  build: .\n`);
    expect(pins).toEqual([
      { image: 'a/b:1.2', found: undefined, digest },
      { image: 'c:3.4', found: 'sha256:old', digest },
    ]);
  });

  it('leaves the stages of a Dockerfile alone', async () => {
    const asked: string[] = [];
    const { text } = await pinImages(dockerfile, async ({ repository }) => {
      asked.push(repository);
      return digest;
    });
    expect([text, asked]).toEqual([
      dockerfile.replace('node:26.1', `node:26.1@${digest}`),
      [parseImage('node:26.1')?.repository],
    ]);
  });
});
