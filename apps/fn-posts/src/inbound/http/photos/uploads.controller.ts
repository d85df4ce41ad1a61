import { type Actor, CurrentActor } from '@foundnow/auth';
import {
  fileInForm,
  IDEMPOTENCY_HEADER,
  idempotentRequestOf,
  RouteTakes,
  TOO_MANY_REQUESTS,
  UNPROCESSABLE,
  uuid,
} from '@foundnow/http';
import { Body, Controller, Delete, HttpCode, Param, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MOST_PHOTO_BYTES } from '../../../domain/photo/photo.ts';
import { CompleteUpload } from '../../../use-cases/photos/complete-upload.ts';
import { OpenUpload } from '../../../use-cases/photos/open-upload.ts';
import { ReceiveUpload } from '../../../use-cases/photos/receive-upload.ts';
import { WithdrawUpload } from '../../../use-cases/photos/withdraw-upload.ts';
import { actingPerson } from '../acting-person.ts';
import { type DirectUploadRequest, directUploadRequest } from './upload.request.ts';
import { openedUploadResponse, readyUploadResponse, toOpenedUpload, toReadyUpload } from './upload.response.ts';

/** A photo, and the form around it. */
const MOST_BYTES = MOST_PHOTO_BYTES + 16 * 1024;
/** Ten megabytes over a slow connection, and the photos that are before it. */
const PATIENCE_MS = 180_000;
const FILE = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
const TAKEN = 'JPEG, PNG, WebP or AVIF, at most 10 MB and 40 megapixels. All metadata is removed.';

/** Photos before a post takes them. */
@ApiTags('photos')
@Controller('photos')
export class UploadsController {
  constructor(
    private readonly receiveUpload: ReceiveUpload,
    private readonly openUpload: OpenUpload,
    private readonly completeUpload: CompleteUpload,
    private readonly withdrawUpload: WithdrawUpload,
  ) {}

  @Post()
  @RouteTakes({ limitBytes: MOST_BYTES, streams: ['multipart/form-data'], timeoutMs: PATIENCE_MS })
  @ApiOperation({ summary: 'Upload a photo', description: TAKEN })
  @ApiBody({ schema: FILE })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiResponse(TOO_MANY_REQUESTS)
  @SerializeOptions({ schema: readyUploadResponse })
  async receive(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof readyUploadResponse>> {
    const onceOf = ({ sha256 }: { readonly sha256: string }) => idempotentRequestOf(request, actor, sha256);
    const upload = await this.receiveUpload.run(fileInForm(request), actingPerson(actor), onceOf);
    if (upload.replayed) reply.header('idempotent-replayed', 'true');
    return toReadyUpload(upload);
  }

  @Post('direct')
  @ApiOperation({ summary: 'Ask for an address to send a photo to', description: TAKEN })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiResponse(TOO_MANY_REQUESTS)
  @SerializeOptions({ schema: openedUploadResponse })
  async open(
    @Body({ schema: directUploadRequest }) body: DirectUploadRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof openedUploadResponse>> {
    const upload = await this.openUpload.run(body, actingPerson(actor), idempotentRequestOf(request, actor));
    if (upload.replayed) reply.header('idempotent-replayed', 'true');
    return toOpenedUpload(upload);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @RouteTakes({ timeoutMs: PATIENCE_MS })
  @ApiOperation({ summary: 'Say that the photo was sent', description: 'It is examined now. Again answers the same.' })
  @ApiResponse(UNPROCESSABLE)
  @SerializeOptions({ schema: readyUploadResponse })
  async complete(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<z.infer<typeof readyUploadResponse>> {
    return toReadyUpload(await this.completeUpload.run(id, actingPerson(actor)));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw a photo that no post has taken' })
  async withdraw(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.withdrawUpload.run(id, actingPerson(actor));
  }
}
