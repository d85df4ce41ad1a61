import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeEvent, EventDecoder, frame, SCHEMAS } from '../src/index.ts';
import type { SchemaRow } from '../src/index.ts';
import { registrySchemaIds } from '../src/registry.ts';
import { goldenExample } from './golden-examples.ts';
import { compatibleChange } from './incompatible-changes.ts';
import { found, refused, ScriptedRegistry } from './scripted-registry.ts';

const row = SCHEMAS.find((each) => each.event === 'post.created') as SchemaRow;
const { body } = encodeEvent('post.created', goldenExample('post.created'));
const schema = JSON.parse(row.schema) as object;

let registry: ScriptedRegistry;
beforeEach(async () => void (registry = await ScriptedRegistry.open()));
afterEach(() => registry.close());

const ids = () => registrySchemaIds({ url: registry.url, timeoutMs: 20_000 });

/** The registry knows one schema, under 41, at this place. */
function holds(text: string, at = { subject: row.subject, version: 2 }, schemaType?: string): void {
  registry.answer = ({ path }) => {
    if (path === '/schemas/ids/41') return found({ schema: text, ...(schemaType && { schemaType }) });
    return path === '/schemas/ids/41/versions' ? found([at]) : refused(404, 40_403);
  };
}

describe('the schema behind an id', () => {
  it('is ours when the registry has our text; asked for once, however many ask', async () => {
    holds(row.schema);
    const own = ids();
    const decoder = new EventDecoder(own);
    await Promise.all([own.writerOf(41), own.writerOf(41), decoder.decode(frame(41, body))]);
    expect(own.writerOf(41)).toMatchObject({ recordName: row.recordName, version: 1 });
    expect(registry.asked).toEqual(['GET /schemas/ids/41']);
  });

  it.each<[string, object]>([
    ['with full names and no namespace', { ...schema, name: row.recordName, namespace: undefined }],
    ['without docs', JSON.parse(row.schema, (key, value: unknown) => (key === 'doc' ? undefined : value)) as object],
    ['with the attributes of Java', JSON.parse(row.schema, javaStrings) as object],
  ])('is ours when another client registered it %s', async (_how, foreign) => {
    holds(JSON.stringify(foreign));
    expect(await ids().writerOf(41)).toMatchObject({ recordName: row.recordName, version: 1 });
  });

  it('of a later version of an event that we know is read as our own', async () => {
    holds(compatibleChange(row.schema));
    const later = frame(41, Buffer.concat([body, Buffer.of(0)]));
    expect(await new EventDecoder(ids()).decode(later)).toEqual({
      name: 'post.created',
      version: 2,
      payload: goldenExample('post.created'),
    });
  });

  it('waits for the newer build when the event is one of ours that this build does not know', async () => {
    const renamed = row.recordName.replace('PostCreated', 'PostPraised');
    holds(row.schema.replace('PostCreated', 'PostPraised'), { subject: `posts.events-${renamed}`, version: 1 });
    await expect(ids().writerOf(41)).rejects.toMatchObject({ code: 'contract.unknown_schema', kind: 'dependency' });
  });

  it('waits for the newer build when a later version says something that this one cannot read', async () => {
    const odd = { name: 'prices', type: { type: 'map', values: 'long' }, default: {} };
    holds(JSON.stringify({ ...schema, fields: [...(schema as { fields: object[] }).fields, odd] }));
    await expect(ids().writerOf(41)).rejects.toMatchObject({ code: 'contract.unknown_schema', kind: 'dependency' });
  });

  it('of a stranger is no event of ours, for good', async () => {
    holds('{"type":"record","name":"Thing","namespace":"other","fields":[]}', { subject: 'things-value', version: 1 });
    await expect(Promise.resolve(new EventDecoder(ids()).decode(frame(41, body)))).rejects.toMatchObject({
      code: 'contract.unknown_event',
      kind: 'unprocessable',
    });
  });

  it.each([
    ['no Avro', 'syntax = "proto3";', 'PROTOBUF'],
    ['no record', '"string"', 'AVRO'],
    ['no JSON', '{', 'AVRO'],
  ])('is nothing to read by when it is %s', async (_what, text, type) => {
    holds(text, undefined, type);
    await expect(ids().writerOf(41)).rejects.toMatchObject({ code: 'contract.undecodable', kind: 'unprocessable' });
  });

  it('is not there for good only when the registry says so twice: a cluster learns of a new id by and by', async () => {
    await expect(ids().writerOf(41)).rejects.toMatchObject({ code: 'contract.undecodable' });
    expect(registry.asked).toEqual(['GET /schemas/ids/41', 'GET /schemas/ids/41']);
    registry.answer = () => (registry.requests.length === 3 ? refused(404, 40_403) : found({ schema: row.schema }));
    expect(await ids().writerOf(41)).toMatchObject({ version: 1 });
  });
});

/** As Java's generated classes write their schemas. */
function javaStrings(this: object, key: string, value: unknown): unknown {
  if (key !== 'type' || value !== 'string' || 'logicalType' in this) return value;
  return { type: 'string', 'avro.java.string': 'String' };
}
