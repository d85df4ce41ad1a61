import { describe, expect, it } from '@jest/globals';
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
});
