import { type Actor, CurrentActor } from '@foundnow/auth';
import { IF_MATCH_HEADER, ifMatchOf, uuid } from '@foundnow/http';
import { Body, Controller, Headers, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PostView } from '../../../domain/post/post-view.ts';
import { ExpirePost } from '../../../use-cases/posts/expire-post.ts';
import { ReactivatePost } from '../../../use-cases/posts/reactivate-post.ts';
import { ResolvePost } from '../../../use-cases/posts/resolve-post.ts';
import { actingPerson } from '../acting-person.ts';
import { cachingOf } from './caching.ts';
import { type PostResponse, postResponse, toPostResponse } from './post.response.ts';
import { type ResolvePostRequest, resolvePostRequest } from './resolve-post.request.ts';

/** From state to state: active → resolved | expired, and back. */
@ApiTags('posts')
@Controller('posts/:id')
export class PostLifeController {
  constructor(
    private readonly resolvePost: ResolvePost,
    private readonly expirePost: ExpirePost,
    private readonly reactivatePost: ReactivatePost,
  ) {}

  @Post('resolve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that a post has come to its end' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: postResponse })
  async resolve(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: resolvePostRequest }) { resolution }: ResolvePostRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    return answer(await this.resolvePost.run(id, resolution, actingPerson(actor), ifMatchOf(ifMatch)), reply);
  }

  @Post('expire')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let a post expire before its time' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: postResponse })
  async expire(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    return answer(await this.expirePost.run(id, actingPerson(actor), ifMatchOf(ifMatch)), reply);
  }

  @Post('reactivate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open a closed post again' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: postResponse })
  async reactivate(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    return answer(await this.reactivatePost.run(id, actingPerson(actor), ifMatchOf(ifMatch)), reply);
  }
}

function answer(post: PostView, reply: FastifyReply): PostResponse {
  reply.headers(cachingOf(post));
  return toPostResponse(post);
}
