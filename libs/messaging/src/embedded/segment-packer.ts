import type { BusMessage } from '../message.ts';
import {
  FIELD_STATE,
  type Fields,
  fieldsOf,
  type Segment,
  SEGMENT_HEAD_BYTES,
  SEGMENT_VERSION,
} from './segment-format.ts';

/** With the columns beside it, the most that one page of PostgreSQL takes: a row that needs no second place. */
export const PAGE_PAYLOAD_BYTES = 8100;

const MOST_MESSAGES = 0xffff;
const MOST_HEAD_BYTES = 80;
const NOTHING: Fields = [];

/**
 * Packs messages of one partition into as few segments as fit; a message that is larger has one of its own.
 * Each is written where `reserve` says.
 */
export function packSegments(
  messages: readonly BusMessage[],
  reserve = (bytes: number): Buffer => Buffer.allocUnsafe(bytes),
  mostBytes = PAGE_PAYLOAD_BYTES,
): Segment[] {
  const segments: Segment[] = [];
  const draft = new Draft(reserve);
  for (const [index, message] of messages.entries()) {
    if (draft.add(message, mostBytes)) continue;
    segments.push(draft.close(messages, index));
    draft.add(message, mostBytes);
  }
  if (messages.length > 0) segments.push(draft.close(messages, messages.length));
  return segments;
}

/** Used again and again: nothing waits between the first message of a segment and its last. */
let heads: Buffer = Buffer.allocUnsafe(16 * 1024);
let texts: Buffer = Buffer.allocUnsafe(64 * 1024);

class Draft {
  private count = 0;
  private headBytes = 0;
  private textBytes = 0;
  private valueBytes = 0;
  private previous = NOTHING;

  constructor(private readonly reserve: (bytes: number) => Buffer) {}

  /** False when the message must go into the next segment. */
  add(message: BusMessage, mostBytes: number): boolean {
    if (this.count === MOST_MESSAGES) return false;
    heads = withRoom(heads, this.headBytes, MOST_HEAD_BYTES);
    const fields = fieldsOf(message);
    let states = 0;
    let text = '';
    let at = this.headBytes + 4;
    for (let field = 0; field < fields.length; field += 1) {
      const own = fields[field];
      if (own === undefined) continue;
      if (own === this.previous[field]) states |= FIELD_STATE.asBefore << (field * 2);
      else if (field > 0 && own === fields[0]) states |= FIELD_STATE.asKey << (field * 2);
      else {
        states |= FIELD_STATE.own << (field * 2);
        text += own;
        at = writeVarint(own.length, at);
      }
    }
    at = writeVarint(message.value.length, at);
    heads.writeUInt32BE(states, this.headBytes);
    texts = withRoom(texts, this.textBytes, text.length * 3);
    const textEnd = this.textBytes + texts.write(text, this.textBytes);
    const valueBytes = this.valueBytes + message.value.length;
    if (this.count > 0 && SEGMENT_HEAD_BYTES + at + textEnd + valueBytes > mostBytes) return false;
    this.count += 1;
    this.headBytes = at;
    this.textBytes = textEnd;
    this.valueBytes = valueBytes;
    this.previous = fields;
    return true;
  }

  /** The segment of what was added, which lies before `end`. */
  close(messages: readonly BusMessage[], end: number): Segment {
    const { count, textBytes, headBytes } = this;
    const payload = this.reserve(SEGMENT_HEAD_BYTES + textBytes + headBytes + this.valueBytes);
    payload[0] = SEGMENT_VERSION;
    payload.writeUInt16BE(count, 1);
    payload.writeUInt32BE(textBytes, 3);
    payload.writeUInt32BE(headBytes, 7);
    texts.copy(payload, SEGMENT_HEAD_BYTES, 0, textBytes);
    heads.copy(payload, SEGMENT_HEAD_BYTES + textBytes, 0, headBytes);
    let at = SEGMENT_HEAD_BYTES + textBytes + headBytes;
    for (let index = end - count; index < end; index += 1) {
      const value = messages[index]?.value ?? payload.subarray(0, 0);
      payload.set(value, at);
      at += value.length;
    }
    this.count = 0;
    this.headBytes = 0;
    this.textBytes = 0;
    this.valueBytes = 0;
    this.previous = NOTHING;
    return { count, payload };
  }
}

function withRoom(buffer: Buffer, used: number, wanted: number): Buffer {
  if (used + wanted <= buffer.length) return buffer;
  const larger = Buffer.allocUnsafe(used + wanted * 2);
  buffer.copy(larger, 0, 0, used);
  return larger;
}

function writeVarint(value: number, at: number): number {
  let rest = value;
  let next = at;
  while (rest > 0x7f) {
    heads[next] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
    next += 1;
  }
  heads[next] = rest;
  return next + 1;
}
