import { type Actor, CurrentActor } from '@foundnow/auth';
import { IF_MATCH_HEADER, ifMatchOf, uuid } from '@foundnow/http';
import { Body, Controller, Headers, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SeenMatch } from '../../../domain/match/seen-match.ts';
import { AnswerMatch } from '../../../use-cases/matches/answer-match.ts';
import { actingPerson } from '../acting-person.ts';
import { optionalBody } from '../optional-body.ts';
import {
  type ConfirmMatchRequest,
  confirmMatchRequest,
  type RejectMatchRequest,
  rejectMatchRequest,
} from './match.request.ts';
import { type MatchResponse, matchResponse, privateHeaders, toMatchResponse } from './match.response.ts';

/** What the two sides say of a match. */
@ApiTags('matches')
@Controller('matches/:id')
export class MatchAnswersController {
  constructor(private readonly answerMatch: AnswerMatch) {}

  @Post('confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that it is the item', description: 'It is confirmed once both sides said so.' })
  @ApiBody(optionalBody(confirmMatchRequest))
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: matchResponse })
  async confirm(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: confirmMatchRequest }) { side }: ConfirmMatchRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatchResponse> {
    const speaking = { by: actingPerson(actor), side, expected: ifMatchOf(ifMatch) };
    return answer(await this.answerMatch.confirm(id, speaking), reply);
  }

  @Post('reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that it is not the item', description: 'One side is enough.' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: matchResponse })
  async reject(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: rejectMatchRequest }) { side, ...rejection }: RejectMatchRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatchResponse> {
    const speaking = { by: actingPerson(actor), side, expected: ifMatchOf(ifMatch) };
    return answer(await this.answerMatch.reject(id, rejection, speaking), reply);
  }
}

function answer(seen: SeenMatch, reply: FastifyReply): MatchResponse {
  reply.headers(privateHeaders(seen.match));
  return toMatchResponse(seen);
}
