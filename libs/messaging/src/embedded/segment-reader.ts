import type { EventAttributes } from '../message.ts';
import type { LogMessage, Stretch } from './log-stretch.ts';
import { FIELD_COUNT, FIELD_STATE, GarbledSegment, SEGMENT_HEAD_BYTES, SEGMENT_VERSION } from './segment-format.ts';

/** Where a segment lies in the log, as the columns beside it say. */
export interface SegmentPlace {
  readonly base: number;
  readonly count: number;
  readonly publishedAt: Date;
}

type Wanted = Pick<Stretch, 'partition' | 'from' | 'before'> & { readonly topic: Pick<Stretch['topic'], 'name'> };

const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

/** The messages of a segment that lie in the stretch. Their values are views into the payload. */
export function readSegment(payload: Buffer, place: SegmentPlace, wanted: Wanted): LogMessage[] {
  try {
    return new Reader(payload).messages(place, wanted);
  } catch (cause) {
    const where = `${wanted.topic.name}/${wanted.partition} at ${place.base}`;
    throw new GarbledSegment(`The log cannot be read in ${where}: restore it from a backup, or skip it`, { cause });
  }
}

class Reader {
  private readonly text: string;
  private readonly fields: (string | undefined)[] = Array.from({ length: FIELD_COUNT }, () => undefined);
  private readonly values: number;
  private headers = NO_HEADERS;
  private at: number;
  private textAt = 0;
  private valueAt: number;

  constructor(private readonly payload: Buffer) {
    if (payload[0] !== SEGMENT_VERSION) throw new RangeError(`Version ${payload[0]} is not known`);
    this.at = SEGMENT_HEAD_BYTES + payload.readUInt32BE(3);
    this.values = this.at + payload.readUInt32BE(7);
    this.valueAt = this.values;
    if (this.values > payload.length) throw new RangeError('It is cut off');
    this.text = payload.toString('utf8', SEGMENT_HEAD_BYTES, this.at);
  }

  messages({ base, count, publishedAt }: SegmentPlace, { topic, partition, from, before }: Wanted): LogMessage[] {
    if (this.payload.readUInt16BE(1) !== count) throw new RangeError('The count differs');
    const messages: LogMessage[] = [];
    for (let at = base; at < base + count; at += 1) {
      const value = this.next();
      if (at < from || at >= before) continue;
      const { headers } = this;
      const key = this.present(0);
      const attributes = this.attributes();
      messages.push({
        topic: topic.name,
        partition,
        at,
        offset: String(at),
        publishedAt,
        key,
        value,
        attributes,
        headers,
      });
    }
    const whole = this.at === this.values && this.textAt === this.text.length && this.valueAt === this.payload.length;
    if (!whole) throw new RangeError('Its parts do not add up');
    return messages;
  }

  /** Steps to the next message: its fields, and its value. */
  private next(): Buffer {
    const states = this.payload.readUInt32BE(this.at);
    this.at += 4;
    for (let field = 0; field < FIELD_COUNT; field += 1) {
      const state = (states >>> (field * 2)) & 3;
      if (state === FIELD_STATE.asBefore) continue;
      if (state === FIELD_STATE.own) this.fields[field] = this.ownText();
      else this.fields[field] = state === FIELD_STATE.asKey ? this.fields[0] : undefined;
      if (field === FIELD_COUNT - 1) this.headers = headersFrom(this.fields[field]);
    }
    const start = this.valueAt;
    this.valueAt += this.varint();
    if (this.valueAt > this.payload.length) throw new RangeError('A value is cut off');
    return this.payload.subarray(start, this.valueAt);
  }

  private ownText(): string {
    const start = this.textAt;
    this.textAt += this.varint();
    if (this.textAt > this.text.length) throw new RangeError('A text is cut off');
    return this.text.slice(start, this.textAt);
  }

  private varint(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.payload.readUInt8(this.at);
      this.at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('A length is too large');
  }

  private attributes(): EventAttributes {
    const causationId = this.fields[9];
    const traceparent = this.fields[10];
    const attributes: { -readonly [K in keyof EventAttributes]: EventAttributes[K] } = {
      id: this.present(1),
      type: this.present(2),
      source: this.present(3),
      time: this.present(4),
      subject: this.present(5),
      dataschema: this.present(6),
      contentType: this.present(7) as EventAttributes['contentType'],
      correlationId: this.present(8),
    };
    if (causationId !== undefined) attributes.causationId = causationId;
    if (traceparent !== undefined) attributes.traceparent = traceparent;
    return attributes;
  }

  private present(field: number): string {
    const text = this.fields[field];
    if (text === undefined) throw new RangeError(`Field ${field} is missing`);
    return text;
  }
}

function headersFrom(json: string | undefined): Readonly<Record<string, string>> {
  return json === undefined ? NO_HEADERS : (JSON.parse(json) as Record<string, string>);
}
