import { type Actor, CurrentActor } from '@foundnow/auth';
import { IF_MATCH_HEADER, ifMatchOf, UNPROCESSABLE, uuid } from '@foundnow/http';
import { Body, Controller, Headers, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DenyClaim } from '../../../use-cases/claims/deny-claim.ts';
import { HandOverItem } from '../../../use-cases/claims/hand-over-item.ts';
import type { SeenClaim } from '../../../use-cases/claims/seen-claim.ts';
import { VerifyClaim } from '../../../use-cases/claims/verify-claim.ts';
import { actingPerson } from '../acting-person.ts';
import { optionalBody } from '../optional-body.ts';
import { privateHeaders } from '../matches/match.response.ts';
import {
  type DenyClaimRequest,
  denyClaimRequest,
  type HandoverRequest,
  handoverRequest,
  type VerifyClaimRequest,
  verifyClaimRequest,
} from './claim.request.ts';
import { type ClaimResponse, claimResponse, toClaimResponse } from './claim.response.ts';

/** What finder and desk say of a claim, and the end of it. */
@ApiTags('claims')
@Controller('claims/:id')
export class ClaimDecisionsController {
  constructor(
    private readonly verifyClaim: VerifyClaim,
    private readonly denyClaim: DenyClaim,
    private readonly handOverItem: HandOverItem,
  ) {}

  @Post('verify')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say that the claimant is the owner',
    description:
      'For the finder or the desk; for the desk alone where the answers were not judged. The claimant is sent a code. Once that was entered wrongly five times, verifying again sends a new one.',
  })
  @ApiBody(optionalBody(verifyClaimRequest))
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: claimResponse })
  async verify(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: verifyClaimRequest }) { seen }: VerifyClaimRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimResponse> {
    const deciding = { by: actingPerson(actor), expected: ifMatchOf(ifMatch) };
    return answer(await this.verifyClaim.run(id, seen, deciding), reply);
  }

  @Post('deny')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do not believe the claimant', description: 'For the finder or the desk.' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: claimResponse })
  async deny(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: denyClaimRequest }) { reason }: DenyClaimRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimResponse> {
    const deciding = { by: actingPerson(actor), expected: ifMatchOf(ifMatch) };
    return answer(await this.denyClaim.run(id, reason, deciding), reply);
  }

  @Post('handover')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Hand the item over',
    description: 'Enter the code that the claimant shows, where the item lies. Five tries.',
  })
  @ApiResponse(UNPROCESSABLE)
  @SerializeOptions({ schema: claimResponse })
  async handover(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: handoverRequest }) { code }: HandoverRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimResponse> {
    return answer(await this.handOverItem.run(id, code, actingPerson(actor)), reply);
  }
}

function answer(seen: SeenClaim, reply: FastifyReply): ClaimResponse {
  reply.headers(privateHeaders(seen.claim));
  return toClaimResponse(seen);
}
