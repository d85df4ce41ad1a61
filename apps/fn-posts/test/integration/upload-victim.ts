// Uploads a photo in a process of its own and stops at the named moment, to be killed there:
// `upload-victim.ts <database url> <folder> <received | cleaned | kept>`.
import { Database, openDataSource } from '@foundnow/postgres';
import { plainPhoto } from '@foundnow/images/testing';
import { systemClock } from '@foundnow/kernel';
import { photoParts } from '../photo-parts.ts';
import { anActor } from '../post.builder.ts';

const [url = '', root = '', moment = ''] = process.argv.slice(2);
const source = await openDataSource({ url, schema: 'posts', entities: [], applicationName: 'victim' });
const { receive, shelf, uploads, use } = await photoParts(new Database(source, { workers: [] }), root, systemClock);

const stopAt = async (name: string): Promise<void> => {
  if (name !== moment) return;
  process.send?.('there');
  await new Promise(() => undefined);
};

const received = shelf.receive.bind(shelf);
const finish = uploads.finish.bind(uploads);
Object.assign(shelf, {
  receive: async (...args: Parameters<typeof received>) => {
    const file = await received(...args);
    await stopAt('received');
    return file;
  },
});
Object.assign(uploads, {
  finish: async (...args: Parameters<typeof finish>) => {
    await stopAt('cleaned');
    return finish(...args);
  },
});

async function* body() {
  yield await plainPhoto();
}
const { photo } = await receive.run(body(), anActor(), () => undefined);
await use.keep([photo]);
await stopAt('kept');
