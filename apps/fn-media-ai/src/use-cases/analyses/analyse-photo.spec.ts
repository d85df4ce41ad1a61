import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import { sequenceIds } from '@foundnow/testing';
import type { Vision } from '../vision.port.ts';
import { LookAtPhoto } from '../photos/look-at-photo.ts';
import { AnalysePhoto } from './analyse-photo.ts';

const ABOUT = { kind: 'found', category: '', language: 'en' } as const;
const file = async function* file(bytes = 1) {
  yield Buffer.alloc(bytes);
};

describe('a photo that nobody keeps', () => {
  it('is turned away before it is taken in when as many are under way as may be', async () => {
    const reading = Promise.withResolvers<never>();
    const reader = { free: 1, read: () => reading.promise };
    const analysePhoto = new AnalysePhoto(new LookAtPhoto(reader, {} as Vision), sequenceIds(), () => '', 2);
    const underWay = [analysePhoto.run(file(), ABOUT), analysePhoto.run(file(), ABOUT)];
    const busy = { code: 'photo.readers_busy', kind: 'dependency', retryAfterSeconds: 5 };
    await expect(analysePhoto.run(file(), ABOUT)).rejects.toMatchObject(busy);
    reading.reject(new Error('over'));
    await Promise.allSettled(underWay);
    await expect(analysePhoto.run(file(), ABOUT)).rejects.toThrow('over');
  });

  it('is refused beyond ten megabytes, before anybody reads it', async () => {
    const reader = { free: 1, read: () => Promise.reject(new Error('was read')) };
    const analysePhoto = new AnalysePhoto(new LookAtPhoto(reader, {} as Vision), sequenceIds(), () => '', 2);
    const refused = analysePhoto.run(file(10 * 1024 * 1024 + 1), ABOUT);
    await expect(refused).rejects.toMatchObject({ code: 'image.too_large', kind: 'too-large' });
  });

  it.each(['photo.reader_died', 'photo.took_too_long'])(
    'is refused for good when it ends twice with %s',
    async (code) => {
      const { analysePhoto, tries } = reading(() => new DomainError(code, 'dependency', 'A detail.'));
      const unreadable = { code: 'photo.unreadable', kind: 'unprocessable' };
      await expect(analysePhoto.run(file(), ABOUT)).rejects.toMatchObject(unreadable);
      expect(tries()).toBe(2);
    },
  );

  it('is tried no second time when it is none, or no reader is there', async () => {
    const { analysePhoto, tries } = reading((n) => new DomainError(CODES[n] ?? '', 'dependency', 'A detail.'));
    for (const code of CODES) await expect(analysePhoto.run(file(), ABOUT)).rejects.toMatchObject({ code });
    expect(tries()).toBe(2);
  });

  it('may still be read when what ended its reader was another', async () => {
    const CROWDED = ['photo.reader_died', 'photo.readers_busy'];
    const { analysePhoto } = reading((n) => new DomainError(CROWDED[n] ?? '', 'dependency', 'A detail.'));
    await expect(analysePhoto.run(file(), ABOUT)).rejects.toMatchObject({ code: 'photo.readers_busy' });
  });
});

const CODES = ['image.damaged', 'photo.readers_busy'];

function reading(failure: (n: number) => Error) {
  let tried = 0;
  const read = () => Promise.reject(failure(tried++));
  const look = new LookAtPhoto({ free: 1, read }, {} as Vision);
  return { analysePhoto: new AnalysePhoto(look, sequenceIds(), () => '', 2), tries: () => tried };
}
