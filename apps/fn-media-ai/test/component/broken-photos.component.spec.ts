import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mutated, otherFiles, wholeFiles } from '../readers/mutated-files.ts';
import { type MediaAiUnderTest, startMediaAi } from '../start-media-ai.ts';

/** The thousand are in mutated-photos.int.spec.ts; these go all the way. */
const COUNT = 150;

let service: MediaAiUnderTest;
beforeAll(async () => void (service = await startMediaAi({ MEDIA_AI_OCR: 'false' })));
afterAll(() => service.stop());

it('answers for every broken file, and for none that anything but the file is to blame', async () => {
  const headers = { authorization: `Bearer ${await service.tokenFor('user')}` };
  const whole = await wholeFiles();
  const files = [
    ...(await otherFiles()),
    ...Array.from({ length: COUNT }, (_, n) => mutated(whole[n % whole.length] ?? Buffer.alloc(0), n)),
  ];
  const statuses = new Map<number, number>();
  for (const file of files) {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), 'photo.jpg');
    const { status, body } = await fetch(`${service.api}/analyze`, { method: 'POST', headers, body: form });
    await body?.cancel();
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].filter((status) => ![200, 413, 415, 422].includes(status))).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(0);
  expect(statuses.get(422)).toBeGreaterThan(COUNT / 3);
}, 120_000);
