import { describe, expect, it } from '@jest/globals';
import { settled } from '../../../../test/fakes/fake-timing.ts';
import { anAnswer } from '../../../../test/fakes/scripted-provider.ts';
import { aQuestion } from '../../../../test/vision-question.builder.ts';
import type { VisionAnswer } from '../../../use-cases/vision-provider.port.ts';
import { Bulkhead } from './bulkhead.ts';

describe('the bulkhead', () => {
  function provider(underWay: number, waiting: number) {
    const bulkhead = new Bulkhead({ underWay, waiting });
    const asked: Array<{ title: string; end: PromiseWithResolvers<VisionAnswer> }> = [];
    const look = bulkhead.guard((question) => {
      const end = Promise.withResolvers<VisionAnswer>();
      asked.push({ title: question.title, end });
      return end.promise;
    });
    const ask = (title: string, signal = new AbortController().signal) =>
      look(aQuestion({ title }), signal).catch((error: unknown) => error);
    return { bulkhead, asked, ask, titles: () => asked.map((each) => each.title) };
  }

  it('asks so many at once, and the others in the order in which they came', async () => {
    const { bulkhead, asked, ask, titles } = provider(2, 5);
    for (const title of ['a', 'b', 'c', 'd']) void ask(title);
    await settled();
    expect(titles()).toEqual(['a', 'b']);
    expect([bulkhead.underWay, bulkhead.waiting]).toEqual([2, 2]);
    asked[1]!.end.resolve(anAnswer());
    await settled();
    expect(titles()).toEqual(['a', 'b', 'c']);
    asked[0]!.end.reject(new Error('failed'));
    await settled();
    expect(titles()).toEqual(['a', 'b', 'c', 'd']);
    for (const each of asked) each.end.resolve(anAnswer());
    await settled();
    expect([bulkhead.underWay, bulkhead.waiting]).toEqual([0, 0]);
  });

  it('sends away whoever finds the line full, at once', async () => {
    const { ask } = provider(1, 1);
    void ask('under way');
    void ask('waiting');
    expect(await ask('too many')).toMatchObject({ reason: 'busy' });
  });

  it('lets whoever waits leave the line, and their place goes to the next', async () => {
    const { bulkhead, asked, ask, titles } = provider(1, 5);
    const leaving = new AbortController();
    void ask('a');
    const left = ask('b', leaving.signal);
    void ask('c');
    await settled();
    leaving.abort(new Error('left'));
    expect(await left).toMatchObject({ message: 'left' });
    expect(bulkhead.waiting).toBe(1);
    asked[0]!.end.resolve(anAnswer());
    await settled();
    expect(titles()).toEqual(['a', 'c']);
  });

  it('loses nobody when one leaves in the moment in which it is their turn', async () => {
    const { bulkhead, asked, ask, titles } = provider(1, 5);
    const leaving = new AbortController();
    void ask('a');
    void ask('b', leaving.signal);
    void ask('c');
    await settled();
    // After the place was handed over, and before whoever got it knows.
    void asked[0]!.end.promise.then(() => leaving.abort(new Error('left')));
    asked[0]!.end.resolve(anAnswer());
    await settled();
    expect(titles()).toEqual(['a', 'c']);
    asked[1]!.end.resolve(anAnswer());
    await settled();
    expect([bulkhead.underWay, bulkhead.waiting]).toEqual([0, 0]);
  });

  it('takes nobody in who has left already', async () => {
    const { bulkhead, ask, titles } = provider(1, 1);
    expect(await ask('gone', AbortSignal.abort(new Error('gone')))).toMatchObject({ message: 'gone' });
    expect(titles()).toEqual([]);
    expect(bulkhead.underWay).toBe(0);
  });
});
