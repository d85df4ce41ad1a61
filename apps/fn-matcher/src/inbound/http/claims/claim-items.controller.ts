import { type Actor, CurrentActor } from '@foundnow/auth';
import { API_PREFIX, CONFLICT, IDEMPOTENCY_HEADER, idempotentRequestOf, TOO_MANY_REQUESTS, uuid } from '@foundnow/http';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskQuestions } from '../../../use-cases/claims/ask-questions.ts';
import { ClaimItem } from '../../../use-cases/claims/claim-item.ts';
import { actingPerson } from '../acting-person.ts';
import { type SideQuery, sideQuery } from '../matches/match.request.ts';
import { privateHeaders } from '../matches/match.response.ts';
import { type ClaimItemRequest, claimItemRequest } from './claim.request.ts';
import {
  type ClaimResponse,
  claimResponse,
  type QuestionsResponse,
  questionsResponse,
  toClaimResponse,
  toQuestionsResponse,
} from './claim.response.ts';

/** Saying of a found item: mine, and answering what only its owner knows. */
@ApiTags('claims')
@Controller('matches/:id')
export class ClaimItemsController {
  constructor(
    private readonly askQuestions: AskQuestions,
    private readonly claimItem: ClaimItem,
  ) {}

  @Get('questions')
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    summary: 'Read what the other side asks',
    description: 'Once the side of the lost post confirmed the match. Questions are shown, answers to nobody.',
  })
  @ApiResponse(CONFLICT)
  @SerializeOptions({ schema: questionsResponse })
  async questions(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: sideQuery }) { side }: SideQuery,
    @CurrentActor() actor: Actor,
  ): Promise<QuestionsResponse> {
    return toQuestionsResponse(await this.askQuestions.run(id, side, actingPerson(actor)));
  }

  @Post('claims')
  @ApiOperation({
    summary: 'Claim the found item',
    description:
      'For the side of the lost post, once it confirmed the match. The answer says whether the answers prove it as a whole, never which was wrong; after too many of them people decide instead.',
  })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiResponse(TOO_MANY_REQUESTS)
  @SerializeOptions({ schema: claimResponse })
  async claim(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: claimItemRequest }) { answers }: ClaimItemRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimResponse> {
    const once = idempotentRequestOf(request, actor);
    const { claim, replayed } = await this.claimItem.run(id, answers, actingPerson(actor), once);
    reply.headers({ ...privateHeaders(claim), location: `${API_PREFIX}/claims/${claim.id}` });
    if (replayed) reply.header('idempotent-replayed', 'true');
    return toClaimResponse({ claim, role: 'claimant' });
  }
}
