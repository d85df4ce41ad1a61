import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Module,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  bodyStreamOf,
  createHttpApp,
  etagOf,
  fileInForm,
  IDEMPOTENCY_HEADER,
  idempotentRequestOf,
  IF_MATCH_HEADER,
  IF_NONE_MATCH_HEADER,
  ifMatchOf,
  isKnown,
  pageOf,
  pageQuery,
  RouteTakes,
} from '../src/index.ts';

const picture = z.object({ id: z.uuid(), version: z.int() });
const bulkRequest = z.strictObject({ titles: z.array(z.string()).max(100_000) });
const pictureId = z.uuid();
const actor = { userId: 'u1', orgId: null };
export const VERSION = 3;

/** Every kind of route that this library knows. */
@Controller('pictures')
class PicturesController {
  @Get()
  @SerializeOptions({ schema: pageOf(picture) })
  list(@Query({ schema: z.strictObject(pageQuery) }) _query: object) {
    return { items: [], nextCursor: null };
  }

  @Get(':id')
  @ApiHeader(IF_NONE_MATCH_HEADER)
  @SerializeOptions({ schema: picture })
  read(
    @Param('id', { schema: pictureId }) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (isKnown(request, reply, etagOf(VERSION, 'public'))) return undefined;
    return { id, version: VERSION };
  }

  @Put(':id')
  @ApiHeader(IF_MATCH_HEADER)
  @HttpCode(204)
  change(
    @Param('id', { schema: pictureId }) _id: string,
    @Body({ schema: z.strictObject({ title: z.string().optional() }) }) _body: object,
    @Headers('if-match') match: string | undefined,
  ): void {
    ifMatchOf(match).assertCurrent(VERSION);
  }

  @Post('bulk')
  @RouteTakes({ limitBytes: 200_000 })
  @SerializeOptions({ schema: z.object({ count: z.int() }) })
  bulk(@Body({ schema: bulkRequest }) { titles }: z.infer<typeof bulkRequest>) {
    return { count: titles.length };
  }

  @Post('files')
  @RouteTakes({ limitBytes: 200_000, streams: ['multipart/form-data', 'image/jpeg'] })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @SerializeOptions({ schema: z.object({ bytes: z.int(), fingerprint: z.string() }) })
  async upload(@Req() request: FastifyRequest) {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of bodyStreamOf(request) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    const once = idempotentRequestOf(request, actor, hash.digest('hex'));
    return { bytes, fingerprint: once?.fingerprint.toString('hex') ?? '' };
  }

  @Post('files/one')
  @RouteTakes({ limitBytes: 200_000, streams: ['multipart/form-data'] })
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @SerializeOptions({ schema: z.object({ bytes: z.int() }) })
  async uploadForm(@Req() request: FastifyRequest) {
    let bytes = 0;
    for await (const chunk of fileInForm(request)) bytes += chunk.length;
    return { bytes };
  }

  @Post('files/unread')
  @RouteTakes({ limitBytes: 50_000_000, streams: ['image/jpeg'] })
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @HttpCode(204)
  unread(): void {}
}

@Module({ controllers: [PicturesController] })
class GalleryModule {}

export async function startGalleryApp() {
  const logger = { info: () => {}, error: () => {} };
  const options = { service: 'gallery', api: { title: 'Gallery' }, logger, bodyLimitBytes: 100_000 };
  const app = await createHttpApp(GalleryModule, options);
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  return { app, origin, url: `${origin}/api/v1/pictures`, stop: () => app.close() };
}
