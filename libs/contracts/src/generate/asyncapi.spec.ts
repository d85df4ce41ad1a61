import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { contractsWith } from '../../test/contract-fixture.ts';
import { asyncApi } from './asyncapi.ts';

const reference = z.strictObject({ $ref: z.string().regex(/^#\//) });
const binding = z.strictObject({ kafka: z.looseObject({ bindingVersion: z.literal('0.5.0') }) });
const named = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^[\w.-]+$/), value);

/** The part of AsyncAPI 3.0.0 that we write, as its specification has it. */
const document = z.strictObject({
  asyncapi: z.literal('3.0.0'),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().min(1),
    description: z.string(),
    license: z.strictObject({ name: z.string(), url: z.url() }),
  }),
  defaultContentType: z.string(),
  channels: named(
    z.strictObject({ address: z.string(), description: z.string(), messages: named(reference), bindings: binding }),
  ),
  operations: named(
    z.strictObject({
      action: z.enum(['send', 'receive']),
      channel: reference,
      summary: z.string(),
      messages: z.array(reference).min(1),
    }),
  ),
  components: z.strictObject({
    messages: named(
      z.strictObject({
        name: z.string(),
        title: z.string(),
        summary: z.string(),
        contentType: z.string(),
        payload: z.strictObject({ schemaFormat: z.string(), schema: z.looseObject({ type: z.literal('record') }) }),
        bindings: binding,
        examples: z.array(z.strictObject({ name: z.string(), payload: z.looseObject({}) })),
      }),
    ),
  }),
});

function targetOf(root: object, ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), root);
}

describe('the AsyncAPI document', () => {
  const made = document.parse(asyncApi(contractsWith()));

  it('has the structure of AsyncAPI 3.0.0', () => {
    expect(made.channels['parts']?.address).toBe('parts.events');
    expect(made.components.messages['part.made']?.payload.schema['name']).toBe('PartMade');
  });

  it('says who sends and who receives, by messages of the very channel', () => {
    expect(Object.keys(made.operations).toSorted()).toEqual(['parts.send.parts', 'shop.receive.parts']);
    for (const { channel, messages } of Object.values(made.operations)) {
      for (const { $ref } of messages) expect($ref.startsWith(`${channel.$ref}/messages/`)).toBe(true);
    }
  });

  it('refers to nothing that is not there', () => {
    const refs = [...JSON.stringify(made).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');
    expect(refs.length).toBeGreaterThan(3);
    for (const ref of refs) expect(targetOf(made, ref)).toBeDefined();
  });
});
