import { type Actor, CurrentActor } from '@foundnow/auth';
import { fileInForm, RouteTakes, TOO_MANY_REQUESTS, UNPROCESSABLE } from '@foundnow/http';
import { Controller, Headers, HttpCode, Post, Query, Req, SerializeOptions } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isCategory } from '@foundnow/kernel';
import { AnalysePhoto } from '../../use-cases/analyses/analyse-photo.ts';
import { saidByPhotos, toSaid } from './analysis.response.ts';
import { seenInPhoto, toSeen } from './photo-analysis.response.ts';
import { ACCEPT_LANGUAGE_HEADER, spokenLanguage } from './spoken-language.ts';

/** A photo, and the form around it. */
const MOST_BYTES = 10 * 1024 * 1024 + 16 * 1024;
/** Ten megabytes over a slow connection, and the photos that are before it. */
const PATIENCE_MS = 120_000;
const FILE = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

const aboutQuery = z.strictObject({
  kind: z.enum(['lost', 'found']).default('found'),
  category: z.string().max(60).refine(isCategory, 'must be a category such as bags.backpack').optional(),
  language: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
    .default('en')
    .describe('BCP 47: in which a title and a description are proposed.'),
});

const analyzedResponse = z.object({ ...saidByPhotos, photo: seenInPhoto });

/** For a form that fills itself while somebody types. */
@ApiTags('analyses')
@Controller('analyze')
export class AnalyzeController {
  constructor(private readonly analysePhoto: AnalysePhoto) {}

  @Post()
  @HttpCode(200)
  @RouteTakes({ limitBytes: MOST_BYTES, streams: ['multipart/form-data'], timeoutMs: PATIENCE_MS })
  @ApiOperation({
    summary: 'What a photo says',
    description: 'JPEG, PNG, WebP or AVIF, at most 10 MB and 40 megapixels; two at once. Nothing of it is kept.',
  })
  @ApiBody({ schema: FILE })
  @ApiHeader(ACCEPT_LANGUAGE_HEADER)
  @ApiResponse(TOO_MANY_REQUESTS)
  @ApiResponse(UNPROCESSABLE)
  @SerializeOptions({ schema: analyzedResponse })
  async analyze(
    @Query({ schema: aboutQuery }) { kind, category = '', language }: z.infer<typeof aboutQuery>,
    @CurrentActor() { userId }: Actor,
    @Req() request: FastifyRequest,
    @Headers('accept-language') accepted?: string,
  ): Promise<z.infer<typeof analyzedResponse>> {
    const about = { kind, category, language };
    const { analysis, reading } = await this.analysePhoto.run(fileInForm(request), about, userId);
    // What a browser sends may name none of the five.
    const reader = spokenLanguage(`${accepted ?? ''},${language};q=0.001`);
    return { ...toSaid(analysis, reader), photo: toSeen(reading, reader) };
  }
}
