import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHttpApp, EVENT_STREAM_RESPONSE, EventFeed, EventStreams, EventStreamsOptions } from '../src/index.ts';

export const failures: unknown[] = [];

class Feeds {
  readonly feed = new EventFeed({ keep: 100 });
  endless = 0;
}

@Controller('streams')
class StreamsController {
  constructor(
    private readonly streams: EventStreams,
    private readonly feeds: Feeds,
  ) {}

  @Get()
  @ApiResponse(EVENT_STREAM_RESPONSE)
  read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.streams.start(request, reply, (after, signal) => this.feeds.feed.read(after, signal));
  }

  /** As fast as the client takes it: 64 KB per event. */
  @Get('endless')
  @ApiResponse(EVENT_STREAM_RESPONSE)
  endless(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { feeds } = this;
    this.streams.start(request, reply, async function* () {
      for (;;) yield { id: String((feeds.endless += 1)), data: 'x'.repeat(65_536) };
    });
  }

  @Get('broken')
  @ApiResponse(EVENT_STREAM_RESPONSE)
  broken(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.streams.start(request, reply, async function* () {
      yield { id: '1', data: 'first' };
      throw new Error('the source broke');
    });
  }
}

export async function startStreamApp(options: Partial<EventStreamsOptions> = {}, requestTimeoutMs = 60_000) {
  const useValue = { ...new EventStreamsOptions(), failed: (error: unknown) => void failures.push(error), ...options };
  @Module({
    controllers: [StreamsController],
    providers: [EventStreams, Feeds, { provide: EventStreamsOptions, useValue }],
  })
  class StreamModule {}
  const logger = { info: () => {}, error: () => {} };
  const app: NestFastifyApplication = await createHttpApp(StreamModule, {
    service: 'streams',
    api: { title: 'Streams' },
    logger,
    requestTimeoutMs,
  });
  await app.listen(0, '127.0.0.1');
  const feeds = app.get(Feeds);
  return { app, feeds, feed: feeds.feed, streams: app.get(EventStreams), url: `${await app.getUrl()}/api/v1/streams` };
}
