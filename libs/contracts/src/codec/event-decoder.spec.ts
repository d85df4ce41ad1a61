import { describe, expect, it } from '@jest/globals';
import { goldenExample, goldenExamples } from '../../test/golden-examples.ts';
import { SCHEMAS } from '../generated/schemas.ts';
import { encodeEvent } from './encode-event.ts';
import { EventDecoder } from './event-decoder.ts';
import { frame, unframe } from './framing.ts';
import { lockfileSchemaIds } from './schema-ids.ts';
import type { SchemaIds } from './schema-ids.ts';

const ids = lockfileSchemaIds();
const payload = goldenExample('post.created', 'full');
const encoded = encodeEvent('post.created', payload);
const id = ids.idOf(encoded.recordName, encoded.version);
const framed = frame(id, encoded.body);

describe('EventDecoder', () => {
  it.each(goldenExamples().map((golden) => [golden.event, golden.example, golden] as const))(
    'reads %s (%s) as it was written',
    async (event, _example, golden) => {
      const { recordName, version, body } = encodeEvent(event, golden.payload as never);
      const decoded = await new EventDecoder(ids).decode(frame(ids.idOf(recordName, version), body));
      expect(decoded).toStrictEqual({ name: event, version, payload: golden.payload });
    },
  );

  it('answers at once when ids are at hand', () => {
    expect(new EventDecoder(ids).decode(framed)).not.toBeInstanceOf(Promise);
  });

  it('asks a registry once per id, and again after it failed', async () => {
    const answers = [Promise.reject(new Error('registry away')), Promise.resolve(ids.writerOf(id))];
    const remote: SchemaIds = {
      idOf: (recordName, version) => ids.idOf(recordName, version),
      writerOf: () => answers.shift() ?? Promise.reject(new Error('asked too often')),
    };
    const decoder = new EventDecoder(remote);
    await expect(decoder.decode(framed)).rejects.toThrow('registry away');
    const both = await Promise.all([decoder.decode(framed), decoder.decode(framed)]);
    expect(both).toMatchObject([{ payload: { title: payload.title } }, { name: 'post.created' }]);
    expect(decoder.decode(framed)).toStrictEqual(both[0]);
  });

  it('reads a plain Uint8Array in the middle of a larger buffer', async () => {
    const around = new Uint8Array(framed.length + 20);
    around.set(framed, 7);
    const decoded = await new EventDecoder(ids).decode(around.subarray(7, 7 + framed.length));
    expect(decoded.payload).toEqual(payload);
  });

  it('keeps nothing of the bytes it has read', async () => {
    const bytes = Buffer.from(framed);
    const decoded = await new EventDecoder(ids).decode(bytes);
    bytes.fill(0);
    expect(decoded.payload).toEqual(payload);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['less than a frame', framed.subarray(0, 4)],
    ['another magic byte', Buffer.concat([Buffer.from([1]), framed.subarray(1)])],
    ['a frame without a body', framed.subarray(0, 5)],
    ['bytes left over', Buffer.concat([framed, Buffer.from([0])])],
    ['a body cut short', framed.subarray(0, -1)],
  ])('refuses %s as undecodable', (_what, bytes) => {
    expect(() => new EventDecoder(ids).decode(bytes)).toThrow(
      expect.objectContaining({ code: 'contract.undecodable' }),
    );
  });

  describe('meeting an id that the lock does not have', () => {
    const last = Math.max(...SCHEMAS.map((row) => row.id));
    const decoder = new EventDecoder(ids);

    it.each([last + 1, last + 1000])('takes one above the last for that of a newer build: %i', async (newer) => {
      await decoder.decode(framed);
      expect(() => decoder.decode(frame(newer, encoded.body))).toThrow(
        expect.objectContaining({ code: 'contract.unknown_schema', kind: 'dependency' }),
      );
    });

    it.each([0, last + 1001, 99_999, 0x7fff_ffff])('takes one that nobody can have given for garbage: %i', (absurd) => {
      expect(() => decoder.decode(frame(absurd, encoded.body))).toThrow(
        expect.objectContaining({ code: 'contract.undecodable', kind: 'unprocessable' }),
      );
    });

    it('takes one below zero for garbage', () => {
      const bytes = Buffer.concat([Buffer.of(0, 0xff, 0xff, 0xff, 0xff), encoded.body]);
      expect(() => decoder.decode(bytes)).toThrow(
        expect.objectContaining({ code: 'contract.undecodable', kind: 'unprocessable' }),
      );
    });
  });

  it('frames nothing under an id that cannot be one', () => {
    expect(() => frame(-1, encoded.body)).toThrow(expect.objectContaining({ code: 'contract.unknown_schema' }));
  });

  it('refuses schemas of a registry that are no event of ours, or that cannot be read as ours', () => {
    const foreign = (recordName: string, schema: string): EventDecoder =>
      new EventDecoder({ idOf: () => 1, writerOf: () => ({ recordName, version: 9, schema }) });
    expect(() => foreign('other.Thing', '"string"').decode(framed)).toThrow(
      expect.objectContaining({ code: 'contract.unknown_event' }),
    );
    for (const schema of ['"string"', '{', '{"type":"record","name":"PostCreated","fields":[]}']) {
      expect(() => foreign(encoded.recordName, schema).decode(framed)).toThrow(
        expect.objectContaining({ code: 'contract.undecodable' }),
      );
    }
  });
});

describe('framing', () => {
  it('is a zero byte, the id in four bytes, and the body', () => {
    expect([...frame(258, Buffer.from([7]))]).toEqual([0, 0, 0, 1, 2, 7]);
    expect(unframe(Buffer.from([0, 0, 0, 1, 2, 7]))).toEqual({ schemaId: 258, body: Buffer.from([7]) });
  });
});
