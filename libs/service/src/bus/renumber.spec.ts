import { describe, expect, it } from '@jest/globals';
import { unframe } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { eventMessage } from '@foundnow/messaging';
import { renumber } from './renumber.ts';

const elsewhere = {
  idOf: (recordName: string, version: number) => (recordName.endsWith('PostCreated') ? 700 : 0) + version,
};

describe('renumber', () => {
  it('gives an event the number that its schema has elsewhere, and changes nothing else', async () => {
    const { value } = eventMessage('post.created', goldenExample('post.created', 'minimal'), '/foundnow/spec');
    const { schemaId, body } = unframe(await renumber(value, elsewhere));
    expect({ schemaId, body }).toEqual({ schemaId: 701, body: unframe(value).body });
  });

  it.each([[new Uint8Array()], [Uint8Array.of(9, 9, 9)], [Uint8Array.of(0, 0x7f, 0xff, 0xff, 0xff, 1)]])(
    'leaves %j, which is no event of ours, as it is',
    async (value) => {
      expect(await renumber(value, elsewhere)).toBe(value);
    },
  );
});
