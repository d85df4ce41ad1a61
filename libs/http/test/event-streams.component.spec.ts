import { connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { EventStreamClient } from './event-stream-client.ts';
import { failures, startStreamApp } from './stream-app.ts';

describe('an event stream', () => {
  let running: Awaited<ReturnType<typeof startStreamApp>>;
  const start = async (...options: Parameters<typeof startStreamApp>) => (running = await startStreamApp(...options));
  afterEach(() => running.app.close());
  const publish = (...ids: number[]) => {
    for (const id of ids) running.feed.publish({ id: String(id), event: 'moved', data: { step: id } });
  };
  const idsOf = (client: EventStreamClient) => client.events.map(({ id }) => id);

  it('brings events as they come, far beyond the request timeout', async () => {
    const { url, streams } = await start({ heartbeatMs: 300 }, 1_000);
    const client = new EventStreamClient();
    const answer = await client.open(url);
    expect(answer.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    publish(1);
    await eventually(() => expect(client.comments).toBeGreaterThanOrEqual(5));
    publish(2);
    await eventually(() => expect(idsOf(client)).toEqual(['1', '2']));
    expect(client.events[0]).toEqual({ id: '1', event: 'moved', data: { step: 1 } });
    client.close();
    await eventually(() => expect(streams.size).toBe(0));
  });

  it('goes on behind the last event that the client saw', async () => {
    const { url } = await start();
    publish(1, 2, 3);
    const [byHeader, byQuery, lost] = [1, 2, 3].map(() => new EventStreamClient());
    await byHeader!.open(url, { 'last-event-id': '1' });
    await byQuery!.open(`${url}?lastEventId=2`);
    await lost!.open(url, { 'last-event-id': 'long-forgotten' });
    publish(4);
    await eventually(() => expect(idsOf(byHeader!)).toEqual(['2', '3', '4']));
    await eventually(() => expect(idsOf(byQuery!)).toEqual(['3', '4']));
    await eventually(() => expect(lost!.events.map(({ event }) => event)).toEqual(['reset', 'moved']));
  });

  it('is refused with a problem when Last-Event-ID is none, or there are too many', async () => {
    const { url } = await start({ most: 1 });
    const bad = await fetch(url, { headers: { 'last-event-id': 'x'.repeat(300) } });
    expect({ status: bad.status, body: await bad.json() }).toMatchObject({
      status: 400,
      body: { code: 'stream.last_event_id' },
    });
    await new EventStreamClient().open(url);
    const second = await fetch(url);
    expect({ status: second.status, body: await second.json() }).toMatchObject({
      status: 503,
      body: { code: 'stream.unavailable' },
    });
  });

  it('drops a client that does not read, having held little for it', async () => {
    const { url, streams, feeds } = await start({ patienceMs: 200 });
    const { port, pathname } = new URL(`${url}/endless`);
    const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
    socket.pause();
    socket.write(`GET ${pathname} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await eventually(() => expect(feeds.endless).toBeGreaterThan(0));
    await eventually(() => expect(streams.size).toBe(0));
    // What went out lies in the kernel's buffers; one event at most lay in ours.
    expect(feeds.endless * 65_536).toBeLessThan(16 * 1024 * 1024);
    socket.destroy();
  });

  it('ends when its source breaks, and says so to us alone', async () => {
    const { url } = await start();
    const client = new EventStreamClient();
    await client.open(`${url}/broken`);
    await eventually(() => expect(client.ended).toBe(true));
    expect(client.events).toEqual([{ id: '1', data: 'first' }]);
    expect(failures.at(-1)).toMatchObject({ message: 'the source broke' });
  });

  it('ends when it is old, so that nobody listens long after losing the right to', async () => {
    const { url } = await start({ longestMs: 100 });
    const client = new EventStreamClient();
    await client.open(url);
    await eventually(() => expect(client.ended).toBe(true));
  });

  it('does not hold up a stop: 50 clients are gone before its grace is over', async () => {
    const { app, url, streams } = await start();
    const clients = Array.from({ length: 50 }, () => new EventStreamClient());
    await Promise.all(clients.map((client) => client.open(url)));
    expect(streams.size).toBe(50);
    const started = performance.now();
    await app.close();
    expect(performance.now() - started).toBeLessThan(9_000);
    await eventually(() => expect(clients.every(({ ended }) => ended)).toBe(true));
  });
});
