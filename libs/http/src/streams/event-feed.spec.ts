import { describe, expect, it } from '@jest/globals';
import { EventFeed } from './event-feed.ts';

const event = (id: number) => ({ id: String(id), event: id % 2 === 0 ? 'even' : 'odd', data: id });

async function take(reading: AsyncIterable<{ id: string }>, most: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of reading) if (ids.push(id) === most) break;
  return ids;
}

describe('EventFeed', () => {
  it('gives each reader what it missed and what follows, without gap or repetition', async () => {
    const feed = new EventFeed();
    for (let id = 1; id <= 5; id += 1) feed.publish(event(id));
    const taken = take(feed.read('3', new AbortController().signal), 4);
    feed.publish(event(6));
    feed.publish(event(7));
    expect(await taken).toEqual(['4', '5', '6', '7']);
  });

  it('gives a reader only what it wants', async () => {
    const feed = new EventFeed();
    for (let id = 1; id <= 6; id += 1) feed.publish(event(id));
    const evens = feed.read('1', new AbortController().signal, (one) => one.event === 'even');
    expect(await take(evens, 3)).toEqual(['2', '4', '6']);
  });

  it('cuts a reader off that lets too much wait, and no other', async () => {
    const feed = new EventFeed({ mostWaiting: 3 });
    const slow = feed.read(undefined, new AbortController().signal);
    const first = slow.next();
    for (let id = 1; id <= 10; id += 1) feed.publish(event(id));
    await first;
    const rest: unknown[] = [];
    for await (const one of slow) rest.push(one);
    expect(rest.length).toBeLessThan(3);
  });

  it('lets go of a reader when its signal aborts', async () => {
    const feed = new EventFeed();
    const stop = new AbortController();
    const reading = take(feed.read(undefined, stop.signal), 10);
    stop.abort();
    expect(await reading).toEqual([]);
  });
});
