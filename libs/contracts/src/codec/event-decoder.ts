import type { EventMap, EventName } from '../generated/event-map.ts';
import { EVENT_DATA } from '../generated/catalog.ts';
import { parseAvro } from '../source/parse-avro.ts';
import { EVENT_NAMES } from '../topics.ts';
import { compileReader } from './compile-reader.ts';
import type { Reader } from './compile-reader.ts';
import { ContractError } from './contract-error.ts';
import { BrokenBytes, Cursor } from './cursor.ts';
import { recordOf } from './encode-event.ts';
import { asBuffer, FRAME_BYTES, schemaIdIn } from './framing.ts';
import type { SchemaIds, WriterSchema } from './schema-ids.ts';

/** One event, its name and payload tied together. */
export type DecodedEvent = {
  [N in EventName]: {
    readonly name: N;
    /** The version that the producer wrote; the payload is in the newest that this build knows. */
    readonly version: number;
    readonly payload: EventMap[N];
  };
}[EventName];

interface Known {
  readonly name: EventName;
  readonly version: number;
  readonly read: Reader;
}

const NAMES = new Map(EVENT_NAMES.map((name) => [EVENT_DATA[name].recordName, name]));

/** Reads framed bytes of any version as the newest version of this build. One compiled reader per schema id. */
export class EventDecoder {
  readonly #ids: SchemaIds;
  readonly #known = new Map<number, Known>();
  readonly #asked = new Map<number, Promise<Known>>();

  constructor(ids: SchemaIds) {
    this.#ids = ids;
  }

  /**
   * Synchronous once the schema id is known. Bytes that cannot be read give a ContractError, whatever they are;
   * an error of the registry itself comes through as it is.
   */
  decode(value: Uint8Array): DecodedEvent | Promise<DecodedEvent> {
    const bytes = asBuffer(value);
    const schemaId = schemaIdIn(bytes);
    const known = this.#known.get(schemaId);
    if (known) return read(known, bytes);
    const asked = this.#asked.get(schemaId) ?? this.#ask(schemaId);
    return asked instanceof Promise ? asked.then((found) => read(found, bytes)) : read(asked, bytes);
  }

  #ask(schemaId: number): Known | Promise<Known> {
    const writer = this.#ids.writerOf(schemaId);
    if (!(writer instanceof Promise)) return this.#learn(schemaId, writer);
    const asked = writer.then((found) => this.#learn(schemaId, found)).finally(() => this.#asked.delete(schemaId));
    this.#asked.set(schemaId, asked);
    return asked;
  }

  #learn(schemaId: number, writer: WriterSchema): Known {
    const name = NAMES.get(writer.recordName);
    if (!name)
      throw new ContractError('contract.unknown_event', `schema ${schemaId} belongs to no event of the catalog`);
    const known = { name, version: writer.version, read: readerOf(name, schemaId, writer) };
    this.#known.set(schemaId, known);
    return known;
  }
}

function readerOf(name: EventName, schemaId: number, writer: WriterSchema): Reader {
  try {
    return compileReader(parseAvro(JSON.parse(writer.schema)), recordOf(name));
  } catch (cause) {
    const detail = `schema ${schemaId} cannot be read as this build's ${name}; run contracts:check on both versions`;
    throw new ContractError('contract.undecodable', detail, { cause });
  }
}

function read({ name, version, read: readPayload }: Known, bytes: Buffer): DecodedEvent {
  const cursor = new Cursor(bytes, FRAME_BYTES);
  try {
    const payload = readPayload(cursor);
    cursor.end();
    // The reader was compiled from the schema that the type was generated from.
    return { name, version, payload } as DecodedEvent;
  } catch (cause) {
    const detail = cause instanceof BrokenBytes ? cause.message : 'the bytes are broken';
    throw new ContractError('contract.undecodable', `${name}: ${detail}`, { cause });
  }
}
