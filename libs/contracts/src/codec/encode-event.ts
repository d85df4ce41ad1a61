import type { EventMap, EventName } from '../generated/event-map.ts';
import { EVENT_DATA } from '../generated/catalog.ts';
import { SCHEMAS } from '../generated/schemas.ts';
import type { RecordType } from '../source/avro-type.ts';
import { parseAvro } from '../source/parse-avro.ts';
import { isEventName } from '../topics.ts';
import { compileWriter } from './compile-writer.ts';
import type { Writer } from './compile-writer.ts';
import { ContractError } from './contract-error.ts';
import { explain } from './explain.ts';
import { INVALID, Slab } from './slab.ts';

export interface EncodedEvent {
  readonly name: EventName;
  readonly recordName: string;
  readonly version: number;
  /** Avro without framing: the schema's id is added when it is known. */
  readonly body: Buffer;
}

interface Contract {
  readonly recordName: string;
  readonly version: number;
  readonly record: RecordType;
  readonly write: Writer;
}

const contracts = new Map<string, Contract>();
const slab = new Slab();

/** Writes a payload in the newest version of its schema. Refuses what the schema does not say, by path. */
export function encodeEvent<N extends EventName>(name: N, payload: EventMap[N]): EncodedEvent {
  const { recordName, version, record, write } = contractOf(name);
  slab.reset();
  try {
    write(slab, payload);
  } catch (error) {
    throw error === INVALID ? refusal(name, record, payload) : error;
  }
  return { name, recordName, version, body: slab.take() };
}

/** The newest schema of an event, as this build knows it. */
export function recordOf(name: EventName): RecordType {
  return contractOf(name).record;
}

function contractOf(name: string): Contract {
  const known = contracts.get(name);
  if (known) return known;
  if (!isEventName(name)) throw new ContractError('contract.unknown_event', 'schemas/catalog.yaml has no such event');
  const { recordName, version } = EVENT_DATA[name];
  const row = SCHEMAS.find((each) => each.recordName === recordName && each.version === version);
  const record = parseAvro(JSON.parse(row?.schema ?? 'null'));
  const contract = { recordName, version, record, write: compileWriter(record) };
  contracts.set(name, contract);
  return contract;
}

function refusal(name: EventName, record: RecordType, payload: unknown): ContractError {
  const fields = explain(record, payload);
  const paths = fields.slice(0, 10).map((field) => `${field.path} ${field.detail}`);
  return new ContractError('contract.invalid_payload', `${name} does not fit its schema: ${paths.join('; ')}`, {
    fields,
  });
}
