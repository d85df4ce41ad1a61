import { expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { SweepPublicFolders } from './sweep-public-folders.ts';

it('takes the other folders away when one cannot be, which is left for later', async () => {
  const forgotten: string[] = [];
  const troubles: unknown[] = [];
  const folders = {
    open: async () => undefined,
    takeDue: async () => ['one', 'broken', 'another'],
    forget: async (folder: string) => void forgotten.push(folder),
  };
  const broken = new Error('denied');
  const discard = async (folder: string) => {
    if (folder === 'broken') throw broken;
  };
  const onTrouble = (error: unknown) => void troubles.push(error);
  expect(await new SweepPublicFolders(folders, { discard }, new FakeClock(), onTrouble).run()).toBe(2);
  expect({ forgotten, troubles }).toEqual({ forgotten: ['one', 'another'], troubles: [broken] });
});
