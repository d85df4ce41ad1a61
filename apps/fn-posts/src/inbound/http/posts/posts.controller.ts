import { type Actor, ActorOrNobody, CurrentActor } from '@foundnow/auth';
import { API_PREFIX, IDEMPOTENCY_HEADER, idempotentRequestOf, IF_MATCH_HEADER, ifMatchOf } from '@foundnow/http';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReadPost } from '../../../use-cases/posts/read-post.ts';
import { ReportItem } from '../../../use-cases/posts/report-item.ts';
import { ResolvePost } from '../../../use-cases/posts/resolve-post.ts';
import { actingPerson } from '../acting-person.ts';
import { cachingOf } from './caching.ts';
import { type PostResponse, postResponse, toPostResponse } from './post.response.ts';
import { type ReportItemRequest, reportItemRequest, toItemReport } from './report-item.request.ts';
import { type ResolvePostRequest, resolvePostRequest } from './resolve-post.request.ts';

@ApiTags('posts')
@Controller('posts')
export class PostsController {
  constructor(
    private readonly reportItem: ReportItem,
    private readonly readPost: ReadPost,
    private readonly resolvePost: ResolvePost,
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
    const once = idempotentRequestOf(request, actor);
    const { post, replayed } = await this.reportItem.run(toItemReport(body), actingPerson(actor), once);
    reply.headers({ ...cachingOf(post), location: `${API_PREFIX}/posts/${post.id}` });
    if (replayed) reply.header('idempotent-replayed', 'true');
    return toPostResponse(post);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one post', description: 'Strangers see a point that is not where it was.' })
  @SerializeOptions({ schema: postResponse })
  async read(
    @Param('id', { schema: z.uuid() }) id: string,
    @ActorOrNobody() actor: Actor | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    const post = await this.readPost.run(id, actor && actingPerson(actor));
    reply.headers(cachingOf(post));
    return toPostResponse(post);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that a post has come to its end' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: postResponse })
  async resolve(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: resolvePostRequest }) { resolution }: ResolvePostRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    const post = await this.resolvePost.run(id, resolution, actingPerson(actor), ifMatchOf(ifMatch));
    reply.headers(cachingOf(post));
    return toPostResponse(post);
  }
}
