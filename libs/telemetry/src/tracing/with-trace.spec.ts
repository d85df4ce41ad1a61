import { afterEach, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { DomainError } from '@foundnow/kernel';
import { currentContext } from '../context.ts';
import { formatTraceparent, parseTraceparent } from './traceparent.ts';
import { startTracing } from './tracing.ts';
import type { Tracing } from './tracing.ts';
import { currentTraceparent, withTrace } from './with-trace.ts';

const INCOMING = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const running: Tracing[] = [];

function record(service: string): InMemorySpanExporter {
  const exporter = new InMemorySpanExporter();
  running.push(startTracing({ service, processor: new SimpleSpanProcessor({ exporter }) }));
  return exporter;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((tracing) => tracing.shutdown()));
});

describe('withTrace', () => {
  it('starts a trace that errors and logs can name, although nothing is recorded', () => {
    expect(currentTraceparent()).toBeUndefined();
    const seen = withTrace(undefined, 'POST /posts', () => currentTraceparent());
    expect(parseTraceparent(seen)).toMatchObject({ sampled: false });
  });

  it('goes on with the caller’s trace under a new span', () => {
    withTrace(INCOMING, 'GET /posts', () => {
      expect(currentContext().traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
      expect(currentContext().spanId).not.toBe('00f067aa0ba902b7');
      expect(parseTraceparent(currentTraceparent())?.sampled).toBe(true);
    });
  });

  it('crosses two hops: request → event → event, each recorded by the service it ran in', async () => {
    const posts = record('fn-posts');
    const mediaAi = record('fn-media-ai');
    const matcher = record('fn-matcher');
    const first = await withTrace(INCOMING, 'POST /posts', () => Promise.resolve(currentTraceparent()), {
      service: 'fn-posts',
    });
    const second = withTrace(first, 'post.created process', () => currentTraceparent(), { service: 'fn-media-ai' });
    withTrace(second, 'post.enhanced process', () => undefined, { service: 'fn-matcher' });

    const spans = [posts, mediaAi, matcher].flatMap((exporter) => exporter.getFinishedSpans());
    expect(spans.map((span) => span.name)).toEqual(['POST /posts', 'post.created process', 'post.enhanced process']);
    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(
      new Set(['4bf92f3577b34da6a3ce929d0e0e4736']),
    );
    expect(spans.map((span) => span.parentSpanContext?.spanId)).toEqual([
      '00f067aa0ba902b7',
      spans[0]?.spanContext().spanId,
      spans[1]?.spanContext().spanId,
    ]);
  });

  it('nests, and inner spans belong to the service of the outer one', () => {
    const posts = record('fn-posts');
    withTrace(undefined, 'outer', () => withTrace(undefined, 'inner', () => 1), { service: 'fn-posts' });
    const [inner, outer] = posts.getFinishedSpans();
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
  });

  it('marks a failed span with the code of the error, never with its message', async () => {
    const posts = record('fn-posts');
    const refuse = (): Promise<never> => Promise.reject(new DomainError('post.missing', 'missing', 'secret words'));
    await expect(withTrace(undefined, 'a', refuse, { service: 'fn-posts' })).rejects.toThrow('secret words');
    expect(() => withTrace(undefined, 'b', () => JSON.parse('{') as unknown, { service: 'fn-posts' })).toThrow();
    expect(posts.getFinishedSpans().map((span) => span.attributes['error.type'])).toEqual([
      'post.missing',
      'SyntaxError',
    ]);
    expect(
      JSON.stringify(posts.getFinishedSpans().map((span) => [span.status, span.events, span.attributes])),
    ).not.toContain('secret');
  });
});

describe('parseTraceparent', () => {
  it.each([
    undefined,
    '',
    'nonsense',
    '00-00000000000000000000000000000000-00f067aa0ba902b7-01',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01',
    'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    `${INCOMING}-more`,
    INCOMING.toUpperCase(),
  ])('takes %s for nothing', (text) => {
    expect(parseTraceparent(text)).toBeUndefined();
  });

  it('reads what it writes, and a later version by its known part', () => {
    const facts = parseTraceparent(INCOMING);
    expect(facts && formatTraceparent(facts)).toBe(INCOMING);
    expect(parseTraceparent(INCOMING.replace('00-', '01-').concat('-more'))?.sampled).toBe(true);
  });
});
