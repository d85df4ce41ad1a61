import { isDeepStrictEqual } from 'node:util';
import { encodeEvent, EventDecoder, frame, lockfileSchemaIds } from '@foundnow/contracts';
import { goldenExamples, type GoldenExample } from '@foundnow/contracts/testing';
import type { Row } from './harness/row.ts';
import { inTurn, median, rate } from './harness/statistics.ts';
import { ConfluentCodec } from './peers/confluent-codec.ts';

const ids = lockfileSchemaIds();
const decoder = new EventDecoder(ids);

export const codec: Row = {
  name: 'codec',
  about: 'encode, frame and decode every golden example',
  unit: 'events/s',
  peerName: '@kafkajs/confluent-schema-registry 4.1, ids cached',
  bound: { of: 'ratio', atLeast: 1.4 },
  async run({ quick }) {
    const examples = goldenExamples();
    const peer = await ConfluentCodec.open(examples);
    const passes = quick ? 400 : 2000;
    const faithful = await Promise.all(examples.map((example) => roundTripsAlike(example, peer)));
    const bytes = examples.reduce((sum, example) => sum + encode(example).length, 0);
    const written = { ours: new Set<number>(), theirs: new Set<number>() };
    const result = await inTurn(
      7,
      () => {
        const start = performance.now();
        for (let pass = 0; pass < passes; pass += 1) written.ours.add(ours(examples));
        return rate(passes * examples.length, start);
      },
      async () => {
        const start = performance.now();
        for (let pass = 0; pass < passes; pass += 1) written.theirs.add(await peer.pass(examples));
        return rate(passes * examples.length, start);
      },
    );
    peer.close();
    const sizes = examples.map((example) => encode(example).length / jsonBytes(example));
    return {
      measured: result.a,
      peer: result.b,
      checks: {
        sameBytesAndDecodedAsWritten: faithful.every(Boolean),
        everyPassWroteEverything: isDeepStrictEqual(written, { ours: new Set([bytes]), theirs: new Set([bytes]) }),
        medianSizeAtMost70PercentOfJson: median(sizes) <= 0.7,
        noSizeAbove85PercentOfJson: Math.max(...sizes) <= 0.85,
      },
      details: {
        examples: examples.length,
        passes,
        ratios: result.ratios,
        medianSize: median(sizes),
        largestSize: Math.max(...sizes),
        largest: examples[sizes.indexOf(Math.max(...sizes))]?.event,
        bytesPerEvent: bytes / examples.length,
      },
    };
  },
};

/** One pass over everything: how many bytes it wrote. */
function ours(examples: readonly GoldenExample[]): number {
  let bytes = 0;
  for (const example of examples) {
    const framed = encode(example);
    const decoded = decoder.decode(framed);
    if (!('payload' in decoded)) throw new Error('The decoder asked a registry in the middle of a measurement');
    bytes += framed.length;
  }
  return bytes;
}

function encode({ event, payload }: GoldenExample): Buffer {
  const { recordName, version, body } = encodeEvent(event, payload);
  return frame(ids.idOf(recordName, version), body);
}

/** Both write the same bytes, and each reads them back as what was given. */
async function roundTripsAlike(example: GoldenExample, peer: ConfluentCodec): Promise<boolean> {
  const framed = encode(example);
  const theirs = await peer.encode(example);
  const { payload } = await decoder.decode(framed);
  const read = structuredClone(await peer.decode(framed));
  return framed.equals(theirs) && isDeepStrictEqual(payload, example.payload) && same(read, example.payload);
}

/** The peer makes instances of generated classes, so their values are compared as JSON says them. */
function same(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}

function jsonBytes({ payload }: GoldenExample): number {
  return Buffer.byteLength(JSON.stringify(payload));
}
