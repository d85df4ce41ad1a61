import { type Actor, CurrentActor } from '@foundnow/auth';
import { toPage, uuid } from '@foundnow/http';
import { Controller, Get, Header, Param, Query, Res, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExplainMatch } from '../../../use-cases/matches/explain-match.ts';
import { ReadMatches } from '../../../use-cases/matches/read-matches.ts';
import { actingPerson } from '../acting-person.ts';
import { type ExplanationResponse, explanationResponse, toExplanationResponse } from './explanation.response.ts';
import { matchCursors } from './match-cursors.ts';
import { type MatchesQuery, matchesQuery } from './match.request.ts';
import {
  type MatchesResponse,
  matchesResponse,
  type MatchResponse,
  matchResponse,
  privateHeaders,
  toMatchResponse,
} from './match.response.ts';

/** What may be one item. Nobody but its two sides is shown anything. */
@ApiTags('matches')
@Controller('matches')
export class MatchesController {
  constructor(
    private readonly readMatches: ReadMatches,
    private readonly explainMatch: ExplainMatch,
  ) {}

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    summary: 'List the matches of my posts',
    description: 'At a desk: of its organization. Matches of tier review are for the desk, until one side said yes.',
  })
  @SerializeOptions({ schema: matchesResponse })
  async list(
    @Query({ schema: matchesQuery }) { cursor, limit, post: postId, ...query }: MatchesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<MatchesResponse> {
    const filter = { ...query, postId, of: actor.userId, in: actor.orgId };
    const cursors = matchCursors(query.sort, filter);
    const after = cursor === undefined ? undefined : cursors.decode(cursor);
    const found = await this.readMatches.list({ ...query, postId, limit, after }, actingPerson(actor));
    const { items, nextCursor } = toPage(found, limit, toMatchResponse, ({ match }) => cursors.after(match));
    return { items: [...items], nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a match of one of my posts' })
  @SerializeOptions({ schema: matchResponse })
  async read(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MatchResponse> {
    const seen = await this.readMatches.one(id, actingPerson(actor));
    reply.headers(privateHeaders(seen.match));
    return toMatchResponse(seen);
  }

  @Get(':id/explain')
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'Read why two posts are thought to be one item' })
  @SerializeOptions({ schema: explanationResponse })
  async explain(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<ExplanationResponse> {
    return toExplanationResponse(await this.explainMatch.run(id, actingPerson(actor)));
  }
}
