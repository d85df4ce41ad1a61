import avsc from 'avsc';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryOf } from '../../test/arbitrary-payload.ts';
import { parseAvro } from '../source/parse-avro.ts';
import { compileReader, Unreadable } from './compile-reader.ts';
import { compileWriter } from './compile-writer.ts';
import { Cursor } from './cursor.ts';
import { explain } from './explain.ts';
import { Slab } from './slab.ts';

const colour = { type: 'enum', name: 'Colour', symbols: ['unknown', 'red', 'blue'], default: 'unknown' };
const part = (...fields: object[]) => ({
  type: 'record',
  name: 'Part',
  fields: [{ name: 'id', type: 'string' }, ...fields],
});
const thing = (...fields: object[]) => ({ type: 'record', name: 'Thing', namespace: 'foundnow.test', fields });

const v1 = thing(
  { name: 'name', type: 'string' },
  { name: 'colour', type: colour },
  { name: 'gone', type: 'string', default: 'old' },
  { name: 'count', type: 'int' },
  { name: 'at', type: ['null', { type: 'long', logicalType: 'timestamp-millis' }], default: null },
  { name: 'parts', type: { type: 'array', items: part({ name: 'weight', type: 'double', default: 0 }) } },
);
const v2 = thing(
  {
    name: 'parts',
    type: { type: 'array', items: part({ name: 'notes', type: { type: 'array', items: 'string' }, default: [] }) },
  },
  { name: 'name', type: 'string' },
  { name: 'colour', type: { ...colour, symbols: ['unknown', 'blue', 'green'] } },
  { name: 'count', type: 'long' },
  { name: 'at', type: ['null', { type: 'long', logicalType: 'timestamp-millis' }], default: null },
  { name: 'size', type: part2(), default: { width: 3 } },
);

function part2(): object {
  const width = { name: 'width', type: 'int' };
  return { type: 'record', name: 'Size', fields: [width, { name: 'unit', type: 'string', default: 'cm' }] };
}

function bytesOf(schema: object, value: unknown): Buffer {
  const slab = new Slab();
  slab.reset();
  compileWriter(parseAvro(schema))(slab, value);
  return slab.take();
}

describe('a reader of another version', () => {
  const old = {
    name: 'hat',
    colour: 'red',
    gone: 'x',
    count: 7,
    at: 5,
    parts: [{ id: 'p', weight: 1.5 }],
  };

  it('fills in defaults, drops what is gone, and turns unknown symbols into the default', () => {
    const read = compileReader(parseAvro(v1), parseAvro(v2));
    expect(read(new Cursor(bytesOf(v1, old), 0))).toStrictEqual({
      parts: [{ id: 'p', notes: [] }],
      name: 'hat',
      colour: 'unknown',
      count: 7,
      at: 5,
      size: { width: 3, unit: 'cm' },
    });
  });

  it('reads a type that it skips in one field and wants in another by the rules of each', () => {
    const list = (name: string, items: unknown) => ({ name, type: { type: 'array', items }, default: [] });
    const wider = { ...colour, symbols: [...colour.symbols, 'green'] };
    const writer = thing(
      list('dropped', part()),
      list('kept', 'Part'),
      { name: 'lining', type: wider, default: 'unknown' },
      { name: 'shell', type: 'Colour', default: 'unknown' },
    );
    const reader = thing(list('kept', part({ name: 'unit', type: 'string', default: 'cm' })), {
      name: 'shell',
      type: colour,
      default: 'unknown',
    });
    const value = { dropped: [{ id: 'a' }], kept: [{ id: 'b' }], lining: 'green', shell: 'green' };
    const read = compileReader(parseAvro(writer), parseAvro(reader));
    expect(read(new Cursor(bytesOf(writer, value), 0))).toStrictEqual({
      kept: [{ id: 'b', unit: 'cm' }],
      shell: 'unknown',
    });
  });

  it('gives each event its own defaults', () => {
    const read = compileReader(parseAvro(v1), parseAvro(v2));
    const [first, second] = [1, 2].map(() => read(new Cursor(bytesOf(v1, old), 0)) as { parts: { notes: string[] }[] });
    first?.parts[0]?.notes.push('mine');
    expect(second?.parts[0]?.notes).toEqual([]);
  });

  it('reads what avsc reads, and always a valid value of its own version', () => {
    const [writer, reader] = [parseAvro(v1), parseAvro(v2)];
    const [peerWriter, peerReader] = [v1, v2].map((schema) => avsc.Type.forSchema(schema as avsc.Schema));
    if (!peerWriter || !peerReader) throw new Error('two types');
    const resolver = peerReader.createResolver(peerWriter);
    const read = compileReader(writer, reader);
    fc.assert(
      fc.property(arbitraryOf(writer), (value) => {
        const bytes = bytesOf(v1, value);
        const mine = read(new Cursor(bytes, 0));
        expect(explain(reader, mine)).toEqual([]);
        expect(JSON.stringify(mine)).toBe(JSON.stringify(peerReader.fromBuffer(bytes, resolver)));
      }),
    );
  });

  it.each([
    ['a field without default is missing', thing({ name: 'a', type: 'int' }), thing({ name: 'b', type: 'int' })],
    ['types differ', thing({ name: 'a', type: 'string' }), thing({ name: 'a', type: 'int' })],
    ['a number narrows', thing({ name: 'a', type: 'long' }), thing({ name: 'a', type: 'int' })],
    [
      'an array turns single',
      thing({ name: 'a', type: { type: 'array', items: 'int' } }),
      thing({ name: 'a', type: 'int' }),
    ],
    ['records are named otherwise', thing({ name: 'a', type: part() }), thing({ name: 'a', type: part2() })],
  ])('says so before any bytes when %s', (_why, writer, reader) => {
    expect(() => compileReader(parseAvro(writer), parseAvro(reader))).toThrow(Unreadable);
  });
});
