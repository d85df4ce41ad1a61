import { call, type ApiAnswer } from '@foundnow/service/testing';
import type { changedPhotosResponse, photosResponse } from '../src/inbound/http/photos/post-photos.response.ts';
import type { openedUploadResponse, readyUploadResponse } from '../src/inbound/http/photos/upload.response.ts';
import type { z } from 'zod';
import type { PostsUnderTest } from './start-posts.ts';

export interface Refused {
  readonly code: string;
  readonly detail: string;
}

export type Ready = z.infer<typeof readyUploadResponse>;
export type Opened = z.infer<typeof openedUploadResponse>;
export type Shown = z.infer<typeof photosResponse>;
export type Changed = z.infer<typeof changedPhotosResponse>;

/** Sends a file in a form, as a browser does. */
export async function upload(
  posts: PostsUnderTest,
  as: string,
  file: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiAnswer<Ready & Refused>> {
  const form = new FormData();
  form.set('file', new Blob([file as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }), 'IMG_0001.HEIC.jpg');
  const answer = await fetch(`${posts.api}/photos`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${as}`, ...headers },
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Ready & Refused };
}

/** Sends a file to the store directly, and completes the upload. */
export async function uploadDirectly(
  posts: PostsUnderTest,
  as: string,
  file: Buffer,
): Promise<ApiAnswer<Ready & Refused>> {
  const body = { contentType: 'image/jpeg', byteLength: file.length };
  const opened = await call<Opened>(posts, 'POST /photos/direct', { as, body });
  const { url, method, headers } = opened.body.upload;
  const sent = await fetch(url, { method, headers, body: file as Uint8Array<ArrayBuffer> });
  if (sent.status !== 200) throw new Error(`The store answered ${sent.status}`);
  return call(posts, `POST /photos/${opened.body.id}/complete`, { as });
}

/** Every key of the store. */
export async function keysIn({ objects }: PostsUnderTest): Promise<string[]> {
  const prefixes = await Promise.all(['quarantine/', 'private/', 'public/'].map((prefix) => objects.list(prefix)));
  return prefixes.flatMap((page) => page.objects.map(({ key }) => key));
}
