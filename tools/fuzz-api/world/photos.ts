import sharp from 'sharp';
import { type Examples, changes, json, staleChange } from './examples.ts';
import { closedPost, report } from './items.ts';
import type { Person } from './person.ts';

interface Opened {
  readonly id: string;
  readonly upload: { readonly url: string; readonly method: string; readonly headers: Record<string, string> };
}

export async function aPicture(): Promise<Buffer<ArrayBuffer>> {
  const background = { r: 40, g: 90, b: 160 };
  const made = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return Buffer.from(made);
}

/** The id of a photo that waits for a post. */
export async function upload(by: Person, picture: Buffer<ArrayBuffer>): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([picture], { type: 'image/jpeg' }), 'photo.jpg');
  return (await by.post<{ id: string }>('/photos', form)).id;
}

/** One that was sent to its address, and not completed yet. */
async function sent(by: Person, picture: Buffer<ArrayBuffer>): Promise<string> {
  const { id, upload: to } = await by.post<Opened>('/photos/direct', wish(picture));
  const stored = await fetch(to.url, { method: to.method, headers: to.headers, body: picture });
  if (!stored.ok) throw new Error(`The store answered ${stored.status} to a photo`);
  return id;
}

const wish = (picture: Buffer) => ({ contentType: 'image/jpeg', byteLength: picture.length });

/** Each step of a photo, on one that is there for it. */
export async function photoExamples(me: Person, others: string): Promise<Examples> {
  const picture = await aPicture();
  const photoUploadIds = await Promise.all([1, 2, 3, 4].map(() => upload(me, picture)));
  const id = await report(me, { photoUploadIds });
  const [first = '', second = '', third = '', fourth = ''] = photoUploadIds;
  const [kept, caption] = [{ id, photoId: second }, { caption: 'Its handle.' }];
  return {
    'POST /api/v1/photos': [
      { body: { file: { base64: picture.toString('base64') } }, mediaType: 'multipart/form-data' },
    ],
    'POST /api/v1/photos/direct': [json(wish(picture))],
    'POST /api/v1/photos/{id}/complete': [{ path: { id: await sent(me, picture) } }, { path: { id: first } }],
    'DELETE /api/v1/photos/{id}': [{ path: { id: await upload(me, picture) } }, { path: { id: first } }],
    'POST /api/v1/posts/{id}/photos': [id, others].map((post) => ({
      path: { id: post },
      ...json({ uploadId: first }),
    })),
    'PUT /api/v1/posts/{id}/photos/order': [
      ...changes({ id: await report(me) }, { photoIds: [] }),
      ...changes({ id: await closedPost(me) }, { photoIds: [] }),
      staleChange({ id }, { photoIds: photoUploadIds.toReversed() }),
    ],
    'PATCH /api/v1/posts/{id}/photos/{photoId}': [
      ...changes({ id, photoId: first }, caption),
      staleChange(kept, caption),
    ],
    'DELETE /api/v1/posts/{id}/photos/{photoId}': [
      ...[third, fourth].flatMap((photoId) => changes({ id, photoId })),
      staleChange(kept),
    ],
  };
}
