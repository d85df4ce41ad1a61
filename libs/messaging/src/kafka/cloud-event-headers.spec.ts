import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../../test/sample-messages.ts';
import { headersOf, type Origin, readHeaders } from './cloud-event-headers.ts';

const publishedAt = new Date('2026-05-04T03:02:01.000Z');
const origin: Origin = { topic: 'posts.events', partition: 3, offset: '17', key: 'post-1', publishedAt };
const attributes = {
  ...aMessage('posts.events', 'post-1').attributes,
  causationId: 'request-1',
  traceparent: '00-ab-cd-01',
};

const asBuffers = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]));

describe('the headers of an event', () => {
  it('are spelt as the Kafka binding of CloudEvents says', () => {
    expect(headersOf(attributes, { 'x-note': 'kept' })).toEqual({
      'x-note': 'kept',
      ce_specversion: '1.0',
      ce_id: attributes.id,
      ce_type: 'sample.made',
      ce_source: '/foundnow/sample',
      ce_time: attributes.time,
      ce_subject: 'post-1',
      ce_dataschema: 'foundnow.sample.SampleMade/v1',
      'content-type': 'application/avro',
      ce_correlationid: attributes.correlationId,
      ce_causationid: 'request-1',
      ce_traceparent: '00-ab-cd-01',
    });
  });

  it('come back as the attributes and the own headers that they were made of', () => {
    const sent = asBuffers(headersOf(attributes, { 'x-note': 'grüße', 'fn-dlq-group': 'g' }));
    expect(readHeaders(sent, origin)).toEqual({ attributes, headers: { 'x-note': 'grüße', 'fn-dlq-group': 'g' } });
  });

  it('are made up from what is known where a foreign producer wrote none', () => {
    const { attributes: derived, headers } = readHeaders(undefined, origin);
    expect(derived).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
      type: '',
      source: '/kafka/posts.events',
      time: '2026-05-04T03:02:01.000Z',
      subject: 'post-1',
      dataschema: '',
      contentType: 'application/avro',
      correlationId: derived.id,
    });
    expect(headers).toEqual({});
    expect(readHeaders({}, origin).attributes.id).toBe(derived.id);
    expect(readHeaders({}, { ...origin, offset: '18' }).attributes.id).not.toBe(derived.id);
  });

  it('make one UUID of a foreign source and id, however often the event is delivered', () => {
    const idOf = (id: string, source: string, offset = '1') =>
      readHeaders({ ce_id: id, ce_source: source }, { ...origin, offset }).attributes.id;
    expect(idOf('A-1', '/python')).toBe(idOf('A-1', '/python', '2'));
    expect(idOf('A-1', '/python')).not.toBe(idOf('A-1', '/java'));
    expect(idOf('A-1', '/python')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('take the trace of a producer that knows no CloudEvents', () => {
    expect(readHeaders({ traceparent: '00-11-22-00' }, origin)).toMatchObject({
      attributes: { traceparent: '00-11-22-00' },
      headers: { traceparent: '00-11-22-00' },
    });
  });

  it('do no harm, whatever is in them', () => {
    const hostile = {
      ...Object.fromEntries([['__proto__', 'polluted'] as const]),
      constructor: 'mine',
      ce_time: 'yesterday',
      ce_type: ['sample.first', Buffer.from('sample.last')],
      ce_id: Buffer.from([0xff, 0xfe, 0x00]),
      ce_subject: undefined,
      'fn-redrive-group': Buffer.alloc(0),
      [`x-${'long'.repeat(5000)}`]: Buffer.alloc(70_000, 1),
    };
    const { attributes: read, headers } = readHeaders(hostile, origin);
    expect(read).toMatchObject({ type: 'sample.last', time: '2026-05-04T03:02:01.000Z', subject: 'post-1' });
    expect(read.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).toMatchObject({ constructor: 'mine', 'fn-redrive-group': '' });
    expect(Object.getOwnPropertyDescriptor(headers, '__proto__')?.value).toBe('polluted');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
