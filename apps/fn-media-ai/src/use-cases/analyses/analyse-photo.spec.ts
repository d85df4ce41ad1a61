import { describe, expect, it, jest } from '@jest/globals';
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
  it('is turned away before it is taken in when as many are read as may be', async () => {
    const held = Promise.withResolvers<never>();
    const reader = { free: 1, read: () => held.promise };
    const analysePhoto = new AnalysePhoto(new LookAtPhoto(reader, {} as Vision), sequenceIds(), () => '', 2);
    const underWay = ['one', 'another'].map((who) => analysePhoto.run(file(), ABOUT, who));
    await new Promise(setImmediate);
    const taken = jest.fn();
    const unwanted = async function* unwanted() {
      yield await taken();
    };
    const busy = { code: 'photo.readers_busy', kind: 'dependency', retryAfterSeconds: 5 };
    await expect(analysePhoto.run(unwanted() as AsyncIterable<Uint8Array>, ABOUT, 'a third')).rejects.toMatchObject(
      busy,
    );
    expect(taken).not.toHaveBeenCalled();
    held.reject(new Error('over'));
    await Promise.allSettled(underWay);
    await expect(analysePhoto.run(file(), ABOUT, 'a third')).rejects.toThrow('over');
  });

  it('is not kept from its reader by photos that come slowly', async () => {
    const { analysePhoto, tries } = reading(() => new Error('was read'));
    const slowly = async function* slowly() {
      yield await new Promise<Uint8Array>(() => undefined);
    };
    for (const who of ['one', 'one', 'another', 'another']) void analysePhoto.run(slowly(), ABOUT, who);
    await expect(analysePhoto.run(file(), ABOUT, 'one')).rejects.toMatchObject({ code: 'analysis.too_many' });
    await expect(analysePhoto.run(file(), ABOUT, 'a third')).rejects.toThrow('was read');
    expect(tries()).toBe(1);
  });

  it('is looked at by no model once half of the budget is spent, which is for posts', async () => {
    const asked: number[] = [];
    const vision = (spentMicros: number) => ({
      look: async () => {
        asked.push(spentMicros);
        return { degraded: true, refusals: [] };
      },
      providers: async () => ({ day: '', budgetMicros: 100, spentMicros, providers: [] }),
    });
    for (const spent of [49, 50]) {
      const reader = { free: 1, read: async () => READ };
      const look = new LookAtPhoto(reader as never, vision(spent) as never);
      const analysePhoto = new AnalysePhoto(look, sequenceIds(), () => '', 2);
      expect(await analysePhoto.run(file(), ABOUT, 'one')).toMatchObject({ analysis: { degraded: true } });
    }
    expect(asked).toEqual([49]);
  });

  it('is refused beyond ten megabytes, before anybody reads it', async () => {
    const reader = { free: 1, read: () => Promise.reject(new Error('was read')) };
    const analysePhoto = new AnalysePhoto(new LookAtPhoto(reader, {} as Vision), sequenceIds(), () => '', 2);
    const refused = analysePhoto.run(file(10 * 1024 * 1024 + 1), ABOUT, 'one');
    await expect(refused).rejects.toMatchObject({ code: 'image.too_large', kind: 'too-large' });
  });

  it.each(['photo.reader_died', 'photo.took_too_long'])(
    'is refused for good when it ends twice with %s',
    async (code) => {
      const { analysePhoto, tries } = reading(() => new DomainError(code, 'dependency', 'A detail.'));
      const unreadable = { code: 'photo.unreadable', kind: 'unprocessable' };
      await expect(analysePhoto.run(file(), ABOUT, 'one')).rejects.toMatchObject(unreadable);
      expect(tries()).toBe(2);
    },
  );

  it('is tried no second time when it is none, or no reader is there', async () => {
    const { analysePhoto, tries } = reading((n) => new DomainError(CODES[n] ?? '', 'dependency', 'A detail.'));
    for (const code of CODES) await expect(analysePhoto.run(file(), ABOUT, 'one')).rejects.toMatchObject({ code });
    expect(tries()).toBe(2);
  });

  it('may still be read when what ended its reader was another', async () => {
    const CROWDED = ['photo.reader_died', 'photo.readers_busy'];
    const { analysePhoto } = reading((n) => new DomainError(CROWDED[n] ?? '', 'dependency', 'A detail.'));
    await expect(analysePhoto.run(file(), ABOUT, 'one')).rejects.toMatchObject({ code: 'photo.readers_busy' });
  });
});

const READ = {
  reading: { redaction: { kind: 'none', regions: [] }, hashes: [], colors: [], codes: [], texts: [], stages: [] },
  forms: [{ name: '1280', contentType: 'image/jpeg', width: 1, height: 1, bytes: Buffer.from('x') }],
};
const CODES = ['image.damaged', 'photo.readers_busy'];

function reading(failure: (n: number) => Error) {
  let tried = 0;
  const read = () => Promise.reject(failure(tried++));
  const look = new LookAtPhoto({ free: 1, read }, {} as Vision);
  return { analysePhoto: new AnalysePhoto(look, sequenceIds(), () => '', 2), tries: () => tried };
}
