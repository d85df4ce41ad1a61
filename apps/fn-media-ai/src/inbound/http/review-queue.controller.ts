import { type Actor, CurrentActor } from '@foundnow/auth';
import { createCursors, instantAsDate, pageQuery, toPage, uuid } from '@foundnow/http';
import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ReadAnalyses } from '../../use-cases/analyses/read-analyses.ts';
import { RuleOnAnalyses } from '../../use-cases/analyses/rule-on-analyses.ts';
import { type AnalysesResponse, analysesResponse, toAnalysisResponse } from './analysis.response.ts';
import { ACCEPT_LANGUAGE_HEADER, spokenLanguage } from './spoken-language.ts';
import { viewerOf } from './viewer-of.ts';

const queueQuery = z.strictObject(pageQuery);
const decisionRequest = z.strictObject({ decision: z.enum(['approve', 'reject']) });

const cursors = createCursors({
  listing: 'review-queue',
  position: z.object({ createdAt: instantAsDate, analysisId: uuid }),
});

/** Analyses that somebody has to look at: at the desk whose post it is, or who looks after the platform. */
@ApiTags('review')
@Controller('review-queue')
export class ReviewQueueController {
  constructor(
    private readonly readAnalyses: ReadAnalyses,
    private readonly ruleOnAnalyses: RuleOnAnalyses,
  ) {}

  @Get()
  @Header('Vary', 'Authorization, Accept-Language')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'What waits for a look, the oldest first' })
  @ApiHeader(ACCEPT_LANGUAGE_HEADER)
  @SerializeOptions({ schema: analysesResponse })
  async list(
    @Query({ schema: queueQuery }) { limit, cursor }: z.infer<typeof queueQuery>,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') accepted?: string,
  ): Promise<AnalysesResponse> {
    const language = spokenLanguage(accepted);
    const after = cursor === undefined ? null : cursors.decode(cursor);
    const rows = await this.readAnalyses.inReview(viewerOf(actor), after, limit + 1);
    const page = toPage(
      rows,
      limit,
      (row) => toAnalysisResponse(row, language),
      ({ createdAt, analysisId }) => cursors.encode({ createdAt, analysisId }),
    );
    return { items: [...page.items], nextCursor: page.nextCursor };
  }

  @Post(':analysisId/decision')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Decide what was looked at',
    description:
      'Approved, it is published as a suggestion; rejected, as none. It holds until the photos change or are read anew, or until the analysis that was published then is decided otherwise.',
  })
  async decide(
    @Param('analysisId', { schema: uuid }) analysisId: string,
    @Body({ schema: decisionRequest }) { decision }: z.infer<typeof decisionRequest>,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.ruleOnAnalyses.decide(analysisId, viewerOf(actor), decision);
  }
}
