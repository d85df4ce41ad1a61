import type { EventMap } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { DomainError } from '@foundnow/kernel';
import { eventually } from '@foundnow/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, type INestApplication } from '@nestjs/common';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { type EventContext, listDeadLetters, OnEvent } from '../../src/index.ts';
import { type EmbeddedHarness, startEmbeddedHarness } from '../embedded-harness.ts';
import { anEvent, startApp } from './sample-app.ts';

const seen: { payload: unknown; context: EventContext }[] = [];
const mails: string[] = [];
const refusal = new DomainError('claim.late', 'conflict', 'The claim came too late.');

@Controller()
class Counting {
  @OnEvent('post.created')
  async count(payload: EventMap['post.created'], context: EventContext): Promise<void> {
    seen.push({ payload, context });
  }

  @OnEvent('post.deleted', { outsideEffect: true })
  async mail(_: EventMap['post.deleted'], context: EventContext): Promise<void> {
    mails.push(context.key);
  }

  @OnEvent('post.resolved')
  async refuse(): Promise<void> {
    throw refusal;
  }
}

@Controller()
class Again {
  @OnEvent('post.created')
  async again(): Promise<void> {}
}

@Controller()
class Bare {
  @EventPattern('post.created')
  async bare(_data: unknown): Promise<void> {}

  @MessagePattern('post.count')
  async ask(): Promise<number> {
    return 0;
  }
}

describe('Event handlers in a Nest app', () => {
  let harness: EmbeddedHarness;
  let app: INestApplication | undefined;
  beforeAll(async () => {
    harness = await startEmbeddedHarness();
  }, 120_000);
  afterEach(async () => {
    await app?.close();
    app = undefined;
  });
  afterAll(() => harness.close());

  it('receive payload and context, keep their errors whole, and run nothing outside in a replay', async () => {
    const bus = await harness.createBus();
    const started = await startApp([Counting], { bus, group: 'counting' });
    ({ app } = started);
    const created = goldenExample('post.created');
    await bus.publish([
      anEvent('post.created', created, 'post-1'),
      anEvent('post.deleted', goldenExample('post.deleted'), 'post-1'),
      anEvent('post.resolved', goldenExample('post.resolved'), 'post-1'),
      anEvent('post.expired', goldenExample('post.expired'), 'post-1'),
    ]);
    await eventually(() => expect(started.decided).toHaveLength(1));
    expect(started.decided[0]).toBe(refusal);
    expect(mails).toEqual(['post-1']);
    expect(seen).toEqual([{ payload: created, context: expect.objectContaining({ key: 'post-1', attempt: 1 }) }]);
    await eventually(async () => expect(await listDeadLetters(bus, { topics: ['posts.events'] })).toHaveLength(1));

    const replay = await started.strategy.replay(3);
    await replay.done;
    expect(seen.map(({ context }) => context.generation)).toEqual([0, 3]);
    expect(mails).toEqual(['post-1']);
    await app.close();
    app = undefined;
    await bus.close();
  });

  it.each([
    ['two handlers for one event', [Counting, Again], /post\.created has two handlers/],
    [
      'a handler that would lose its errors, or that wants to answer',
      [Bare],
      /bare @EventPattern.*post\.count is a @Mess/,
    ],
  ])('stop the start: %s', async (_, controllers, reason) => {
    const bus = await harness.createBus();
    await expect(startApp(controllers, { bus, group: 'faulty' })).rejects.toThrow(reason);
    await bus.close();
  });
});
