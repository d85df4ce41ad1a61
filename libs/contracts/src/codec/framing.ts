import { ContractError } from './contract-error.ts';

/** Confluent framing: a zero byte and the schema's id before the Avro body. */
export const FRAME_BYTES = 5;

const MAX_ID = 0x7fff_ffff;

export function frame(schemaId: number, body: Uint8Array): Buffer {
  if (!Number.isInteger(schemaId) || schemaId < 0 || schemaId > MAX_ID) {
    throw new ContractError('contract.unknown_schema', 'a schema id is a whole number from 0 to 2147483647');
  }
  const framed = Buffer.allocUnsafe(FRAME_BYTES + body.length);
  framed[0] = 0;
  framed.writeInt32BE(schemaId, 1);
  framed.set(body, FRAME_BYTES);
  return framed;
}

/** `body` is a view into `bytes`, not a copy. */
export function unframe(bytes: Uint8Array): { readonly schemaId: number; readonly body: Buffer } {
  const buffer = asBuffer(bytes);
  return { schemaId: schemaIdIn(buffer), body: buffer.subarray(FRAME_BYTES) };
}

export function schemaIdIn(framed: Buffer): number {
  if (framed.length < FRAME_BYTES || framed[0] !== 0) {
    throw new ContractError('contract.undecodable', 'the message does not start with Confluent framing (0, schema id)');
  }
  return framed.readInt32BE(1);
}

/** The same memory, not a copy. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
