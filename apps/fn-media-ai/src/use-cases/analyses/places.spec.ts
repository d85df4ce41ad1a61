import { describe, expect, it } from '@jest/globals';
import { Places } from './places.ts';

const never = () => new Promise<never>(() => undefined);

describe('places', () => {
  it('are not all with one person, however slowly she goes on', async () => {
    const places = new Places(3, 2);
    for (const _ of [1, 2]) void places.hold('one', never);
    const tooMany = { code: 'analysis.too_many', kind: 'too-many', retryAfterSeconds: 5 };
    await expect(places.hold('one', never)).rejects.toMatchObject(tooMany);
    expect(await places.hold('another', async () => 'done')).toBe('done');
  });

  it('are so many for all', async () => {
    const places = new Places(2, 2);
    for (const who of ['one', 'another']) void places.hold(who, never);
    await expect(places.hold('a third', never)).rejects.toMatchObject({ code: 'photo.readers_busy' });
  });

  it('are free again however it ended', async () => {
    const places = new Places(1, 1);
    await expect(places.hold('one', () => Promise.reject(new Error('over')))).rejects.toThrow('over');
    expect(await places.hold('one', async () => 'done')).toBe('done');
    expect(await places.hold('another', async () => 'done')).toBe('done');
  });
});
