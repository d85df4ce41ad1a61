import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import { encodeEvent, EventDecoder, frame, SCHEMAS } from '../src/index.ts';
import type { SchemaIds, SchemaRow } from '../src/index.ts';
import { registrySchemaIds } from '../src/registry.ts';
import { goldenExample, goldenExamples } from './golden-examples.ts';
import { compatibleChange, INCOMPATIBLE_CHANGES } from './incompatible-changes.ts';
import { describeRegistryHttp } from './registry-http.conformance.ts';
import type { RegistryTraits, RegistryUnderTest } from './registry-under-test.ts';

const rows = SCHEMAS.map((row) => [row.subject, row.version, row] as const);
const post = SCHEMAS.find((row) => row.event === 'post.created') as SchemaRow;
const avro = (schema: string) => ({ type: SchemaType.AVRO, schema }) as const;
const wanted = { subject: post.subject, compatibility: COMPATIBILITY.FULL_TRANSITIVE };

/** What we ask of a registry, asked by the usual client and by our own adapter over it. */
export function describeSchemaRegistry(
  name: string,
  open: () => Promise<RegistryUnderTest>,
  traits: RegistryTraits,
): void {
  describe(`${name} as a schema registry`, () => {
    let registry: RegistryUnderTest;
    let client: SchemaRegistry;
    let ids: SchemaIds;
    const fresh = () => registrySchemaIds(registry);

    beforeAll(async () => {
      registry = await open();
      client = new SchemaRegistry({ host: registry.url, ...(registry.auth && { auth: registry.auth }) });
      ids = fresh();
      for (const { recordName, version } of SCHEMAS) await ids.idOf(recordName, version);
    }, 120_000);
    afterAll(() => registry?.close());

    it.each(rows)('has one id for %s v%i, whoever asks', async (subject, version, row) => {
      const id = await ids.idOf(row.recordName, version);
      expect(await fresh().idOf(row.recordName, version)).toBe(id);
      expect(await client.getRegistryIdBySchema(subject, avro(row.schema))).toBe(id);
      expect(await client.getRegistryId(subject, version)).toBe(id);
      expect(await fresh().writerOf(id)).toMatchObject({ recordName: row.recordName, version });
    });

    it('gives each schema an id of its own', async () => {
      const all = await Promise.all(SCHEMAS.map(async ({ recordName, version }) => ids.idOf(recordName, version)));
      expect(new Set(all).size).toBe(SCHEMAS.length);
    });

    it('knows a schema again that the client registers once more, and changes nothing', async () => {
      const id = await ids.idOf(post.recordName, post.version);
      expect(await client.register(avro(post.schema), wanted)).toMatchObject({ id });
      expect(await client.getLatestSchemaId(post.subject)).toBe(id);
    });

    it('lets the usual client and ours read each event that the other wrote', async () => {
      const decoder = new EventDecoder(fresh());
      for (const { event, example, payload } of goldenExamples()) {
        const { recordName, version, body } = encodeEvent(event, payload as never);
        const id = await ids.idOf(recordName, version);
        const read: unknown = await client.decode(frame(id, body));
        expect({ event, example, payload: JSON.parse(JSON.stringify(read)) as unknown }).toEqual({
          event,
          example,
          payload,
        });
        const written = await client.encode(id, payload);
        expect(await decoder.decode(written)).toEqual({ name: event, version, payload });
      }
    });

    it.each(INCOMPATIBLE_CHANGES.filter(({ byAvro }) => byAvro || !traits.writable))(
      'refuses a schema in which $change',
      async ({ apply }) => {
        await expect(client.register(avro(apply(post.schema)), wanted)).rejects.toMatchObject({ status: 409 });
      },
    );

    const offered = () => client.register(avro(compatibleChange(post.schema)), wanted);
    const takes = () =>
      it('takes a compatible version, which a build without it reads all the same', async () => {
        const { id } = await offered();
        const { body } = encodeEvent('post.created', goldenExample('post.created'));
        const later = frame(id, Buffer.concat([body, Buffer.of(0)]));
        expect(await new EventDecoder(fresh()).decode(later)).toMatchObject({ name: 'post.created', version: 2 });
      });
    const refuses = () =>
      it('refuses a compatible version that is not committed, and says what to do', async () => {
        const refusal = { status: 422, message: expect.stringContaining('schemas/') };
        await expect(offered()).rejects.toMatchObject(refusal);
      });
    if (traits.writable) takes();
    else refuses();

    it('takes an id that nobody was given for broken bytes, at once and for good', async () => {
      await expect(fresh().writerOf(1_999_999_999)).rejects.toMatchObject({
        code: 'contract.undecodable',
        kind: 'unprocessable',
      });
      await expect(client.getSchema(1_999_999_999)).rejects.toMatchObject({ status: 404 });
    });

    describeRegistryHttp(() => registry);
  });
}
