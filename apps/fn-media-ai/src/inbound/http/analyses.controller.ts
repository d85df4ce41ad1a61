import { type Actor, CurrentActor } from '@foundnow/auth';
import { uuid } from '@foundnow/http';
import { Controller, Get, Header, Headers, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadAnalyses } from '../../use-cases/analyses/read-analyses.ts';
import { RuleOnAnalyses } from '../../use-cases/analyses/rule-on-analyses.ts';
import { type AnalysisResponse, analysisResponse, toAnalysisResponse } from './analysis.response.ts';
import {
  type PhotoAnalysisResponse,
  photoAnalysisResponse,
  toPhotoAnalysisResponse,
} from './photo-analysis.response.ts';
import { ACCEPT_LANGUAGE_HEADER, spokenLanguage } from './spoken-language.ts';
import { viewerOf } from './viewer-of.ts';

/** What was read, for the author of a post and the desk of its organization. */
@ApiTags('analyses')
@Controller()
export class AnalysesController {
  constructor(
    private readonly readAnalyses: ReadAnalyses,
    private readonly ruleOnAnalyses: RuleOnAnalyses,
  ) {}

  @Get('analyses/:postId')
  @Header('Vary', 'Authorization, Accept-Language')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'What the photos of a post say together' })
  @ApiHeader(ACCEPT_LANGUAGE_HEADER)
  @SerializeOptions({ schema: analysisResponse })
  async ofPost(
    @Param('postId', { schema: uuid }) postId: string,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') accepted?: string,
  ): Promise<AnalysisResponse> {
    return toAnalysisResponse(await this.readAnalyses.ofPost(postId, viewerOf(actor)), spokenLanguage(accepted));
  }

  @Get('photos/:photoId/analysis')
  @Header('Vary', 'Authorization, Accept-Language')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'How far a photo has come, and what it says' })
  @ApiHeader(ACCEPT_LANGUAGE_HEADER)
  @SerializeOptions({ schema: photoAnalysisResponse })
  async ofPhoto(
    @Param('photoId', { schema: uuid }) photoId: string,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') accepted?: string,
  ): Promise<PhotoAnalysisResponse> {
    const photo = await this.readAnalyses.ofPhoto(photoId, viewerOf(actor));
    return toPhotoAnalysisResponse(photo, spokenLanguage(accepted));
  }

  @Post('analyses/:postId/rerun')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Have a post read again',
    description: 'Those of its photos that something older read, or nothing could. 409 when there are none.',
  })
  async rerun(@Param('postId', { schema: uuid }) postId: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.ruleOnAnalyses.readAgain(postId, viewerOf(actor));
  }
}
