import { type Actor, ActorOrNobody, CurrentActor } from '@foundnow/auth';
import { etagOf, IDEMPOTENCY_HEADER, Idempotency, idempotentRequestOf, markReplay } from '@foundnow/http';
import { Body, Controller, Get, Param, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PostState } from '../../domain/post-state.ts';
import { type Caller, scopeOf } from '../../use-cases/caller.ts';
import { ReadPost } from '../../use-cases/read-post.ts';
import { ReportItem } from '../../use-cases/report-item.ts';
import { type PostResponse, postResponse, toPostResponse } from './post.response.ts';
import { type ReportItemRequest, reportItemRequest, toItemReport } from './report-item.request.ts';

@ApiTags('posts')
@Controller('posts')
export class PostsController {
  constructor(
    private readonly reportItem: ReportItem,
    private readonly readPost: ReadPost,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Report a lost or a found item' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @SerializeOptions({ schema: postResponse })
  async report(
    @Body({ schema: reportItemRequest }) body: ReportItemRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    const caller = callerOf(actor);
    const asked = idempotentRequestOf(request, actor);
    let made: PostState | undefined;
    const once = await this.idempotency.run(asked, scopeOf(caller), async (tx) => {
      made = await this.reportItem.run(tx, toItemReport(body), caller);
      return made.id;
    });
    // What was made by an attempt that gave way to another's is not there.
    const post = made?.id === once.resource ? made : await this.readPost.run(once.resource, caller);
    markReplay(reply, once);
    reply.headers({ location: `/api/v1/posts/${post.id}`, etag: etagOf(post.version) });
    return toPostResponse(post, actor.userId);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one post', description: 'Strangers see a place about 200 m off.' })
  @SerializeOptions({ schema: postResponse })
  async read(
    @Param('id', { schema: z.uuid() }) id: string,
    @ActorOrNobody() actor: Actor | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    const post = await this.readPost.run(id, actor && callerOf(actor));
    reply.headers({ etag: etagOf(post.version), 'cache-control': 'private, no-cache' });
    return toPostResponse(post, actor?.userId ?? null);
  }
}

function callerOf(actor: Actor): Caller {
  return { userId: actor.userId, orgId: actor.orgId };
}
