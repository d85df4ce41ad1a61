import avsc from 'avsc';
import { describe, expect, it } from '@jest/globals';
import { processorMs } from '@foundnow/testing';
import fc from 'fast-check';
import { arbitraryOf } from '../../test/arbitrary-payload.ts';
import type { EventName } from '../generated/event-map.ts';
import { SCHEMAS } from '../generated/schemas.ts';
import { EVENT_NAMES } from '../topics.ts';
import { ContractError } from './contract-error.ts';
import { encodeEvent, recordOf } from './encode-event.ts';
import { EventDecoder } from './event-decoder.ts';
import type { DecodedEvent } from './event-decoder.ts';
import { explain } from './explain.ts';
import { frame } from './framing.ts';
import { lockfileSchemaIds } from './schema-ids.ts';

const ids = lockfileSchemaIds();
const decoder = new EventDecoder(ids);

function encode(name: EventName, payload: unknown): Buffer {
  const { recordName, version, body } = encodeEvent(name, payload as never);
  return frame(ids.idOf(recordName, version), body);
}

function decode(bytes: Uint8Array): DecodedEvent | ContractError {
  try {
    const decoded = decoder.decode(bytes);
    if (decoded instanceof Promise) throw new TypeError('the lock answers at once');
    return decoded;
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
}

function refusedFields(name: EventName, payload: unknown): readonly unknown[] {
  try {
    encode(name, payload);
    return [];
  } catch (error) {
    if (error instanceof ContractError) return error.fields;
    throw error;
  }
}

describe.each(EVENT_NAMES)('%s', (name) => {
  const record = recordOf(name);
  const payloads = arbitraryOf(record);
  const row = SCHEMAS.find((each) => each.event === name);
  const peer = avsc.Type.forSchema(JSON.parse(row?.schema ?? '') as avsc.Schema);

  it('comes back as it went, in the bytes that avsc writes', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const bytes = encode(name, payload);
        expect(decode(bytes)).toStrictEqual({ name, version: 1, payload });
        expect(bytes.subarray(5).equals(peer.toBuffer(payload))).toBe(true);
        expect(JSON.stringify(peer.fromBuffer(bytes.subarray(5)))).toBe(JSON.stringify(payload));
      }),
      { numRuns: 15 },
    );
  });

  it('is refused in broken bytes, or is a valid payload still; nothing hangs', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const property = fc.property(payloads, damage, fc.nat(), (payload, changes, cut) => {
      const bytes = encode(name, payload);
      for (const [at, value] of changes) bytes[5 + (at % (bytes.length - 5))] = value;
      const read = decode(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes);
      expect(read instanceof ContractError ? [] : explain(record, read.payload)).toEqual([]);
    });
    expect(processorMs(() => fc.assert(property, { numRuns: 60 }))).toBeLessThan(10_000);
  });

  it('is written exactly when there is nothing to explain', () => {
    const field = fc.constantFrom(...record.fields.map((each) => each.name), 'undeclared');
    const value = fc.oneof(fc.anything(), fc.constant(undefined));
    fc.assert(
      fc.property(payloads, field, value, (payload, changed, other) => {
        const candidate = { ...(payload as object), [changed]: other };
        const complaints = explain(record, candidate);
        expect(refusedFields(name, candidate)).toEqual(complaints);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hostile bytes', () => {
  it('cannot make an array claim more items than there are bytes', () => {
    const { body } = encodeEvent('organization.deleted', {
      organizationId: '01960000-0000-7000-8000-000000000001',
      orgId: null,
      visibility: 'public',
      timeZone: '',
      language: '',
      aggregateVersion: 1,
      occurredAt: 0,
      actorId: null,
      reason: '',
    });
    const wild = Buffer.from(body);
    const enormous = Buffer.from([0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]);
    for (let at = 0; at <= wild.length; at++) {
      const bytes = Buffer.concat([wild.subarray(0, at), enormous, wild.subarray(at)]);
      for (const row of SCHEMAS) expect(decode(frame(row.id, bytes))).toBeDefined();
    }
  });
});
