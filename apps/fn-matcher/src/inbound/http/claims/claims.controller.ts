import { type Actor, CurrentActor } from '@foundnow/auth';
import { createCursors, instantAsDate, toPage, uuid } from '@foundnow/http';
import { Controller, Get, Header, Param, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ReadClaims } from '../../../use-cases/claims/read-claims.ts';
import { actingPerson } from '../acting-person.ts';
import { privateHeaders } from '../matches/match.response.ts';
import { type ClaimsQuery, claimsQuery } from './claim.request.ts';
import {
  type ClaimResponse,
  claimResponse,
  type ClaimsResponse,
  claimsResponse,
  toClaimResponse,
} from './claim.response.ts';

const cursors = createCursors({ listing: 'claims', position: z.object({ openedAt: instantAsDate, id: uuid }) });

@ApiTags('claims')
@Controller('claims')
export class ClaimsController {
  constructor(private readonly readClaims: ReadClaims) {}

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    summary: 'List the claims that I made, and those on what I found',
    description: 'At a desk: on what lies there. The newest first.',
  })
  @SerializeOptions({ schema: claimsResponse })
  async list(
    @Query({ schema: claimsQuery }) { cursor, limit, match: matchId, ...query }: ClaimsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ClaimsResponse> {
    const filter = { ...query, matchId, of: actor.userId, in: actor.orgId };
    const after = cursor === undefined ? undefined : cursors.decode(cursor, filter);
    const found = await this.readClaims.list({ ...query, matchId, limit, after }, actingPerson(actor));
    const { items, nextCursor } = toPage(found, limit, toClaimResponse, ({ claim: { openedAt, id } }) =>
      cursors.encode({ openedAt, id }, filter),
    );
    return { items: [...items], nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a claim that I made, or have to decide about' })
  @SerializeOptions({ schema: claimResponse })
  async read(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimResponse> {
    const seen = await this.readClaims.one(id, actingPerson(actor));
    reply.headers(privateHeaders(seen.claim));
    return toClaimResponse(seen);
  }
}
