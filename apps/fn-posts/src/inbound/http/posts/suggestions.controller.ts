import { type Actor, CurrentActor } from '@foundnow/auth';
import { IF_MATCH_HEADER, ifMatchOf, uuid } from '@foundnow/http';
import { Body, Controller, Headers, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DecideSuggestion } from '../../../use-cases/posts/decide-suggestion.ts';
import { actingPerson } from '../acting-person.ts';
import { cachingOf } from './caching.ts';
import { type PostResponse, postResponse, toPostResponse } from './post.response.ts';
import { type AcceptSuggestionRequest, acceptSuggestionRequest } from './suggestion.request.ts';

/** What the photos suggest about a post. */
@ApiTags('posts')
@Controller('posts/:id/suggestion')
export class SuggestionsController {
  constructor(private readonly decideSuggestion: DecideSuggestion) {}

  @Post('accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take over what the photos suggest, or some of it' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: postResponse })
  async accept(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: acceptSuggestionRequest }) taken: AcceptSuggestionRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    const post = await this.decideSuggestion.accept(id, taken, actingPerson(actor), ifMatchOf(ifMatch));
    reply.headers(cachingOf(post));
    return toPostResponse(post);
  }

  @Post('undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Undo what was taken over from the photos; dismiss what still waits' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: postResponse })
  async undo(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    const post = await this.decideSuggestion.undo(id, actingPerson(actor), ifMatchOf(ifMatch));
    reply.headers(cachingOf(post));
    return toPostResponse(post);
  }
}
