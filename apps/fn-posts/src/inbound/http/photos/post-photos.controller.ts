import { type Actor, ActorOrNobody, CurrentActor } from '@foundnow/auth';
import { IF_MATCH_HEADER, ifMatchOf, RouteTakes, uuid } from '@foundnow/http';
import { Body, Controller, Delete, Get, Headers, Param, Patch, Post, Put, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { PostView } from '../../../domain/post/post-view.ts';
import { ChangePhotos } from '../../../use-cases/photos/change-photos.ts';
import { ShowPhotos } from '../../../use-cases/photos/show-photos.ts';
import { actingPerson } from '../acting-person.ts';
import { cachingOf } from '../posts/caching.ts';
import * as requests from './post-photos.request.ts';
import { captionWarnings, changedPhotosResponse, photosResponse, toPhotosResponse } from './post-photos.response.ts';

type Changed = z.infer<typeof changedPhotosResponse>;

/** The photos of a post. Every change makes a version of the post, whose tag is answered. */
@ApiTags('photos')
@Controller('posts/:id/photos')
export class PostPhotosController {
  constructor(
    private readonly showPhotos: ShowPhotos,
    private readonly changePhotos: ChangePhotos,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read the photos of a post', description: 'With addresses that are good for some minutes.' })
  @SerializeOptions({ schema: photosResponse })
  async read(
    @Param('id', { schema: uuid }) id: string,
    @ActorOrNobody() actor: Actor | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof photosResponse>> {
    const { post, photos } = await this.showPhotos.run(id, actor && actingPerson(actor));
    reply.headers({ ...cachingOf(post), 'cache-control': 'private, no-store' });
    return toPhotosResponse(photos);
  }

  @Post()
  @RouteTakes({ timeoutMs: 60_000 })
  @ApiOperation({ summary: 'Give an uploaded photo to a post', description: 'At most ten. Again does nothing more.' })
  @SerializeOptions({ schema: changedPhotosResponse })
  async add(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: requests.addPhotoRequest }) { uploadId, caption }: requests.AddPhotoRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Changed> {
    const { post, masked } = await this.changePhotos.add(id, uploadId, caption, actingPerson(actor));
    return this.answer(post, reply, masked);
  }

  @Put('order')
  @ApiOperation({
    summary: 'Put the photos of a post in another order',
    description: 'The first one is shown in lists.',
  })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: changedPhotosResponse })
  async order(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: requests.orderRequest }) { photoIds }: requests.OrderRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Changed> {
    return this.answer(await this.changePhotos.order(id, photoIds, actingPerson(actor), ifMatchOf(ifMatch)), reply);
  }

  @Patch(':photoId')
  @ApiOperation({ summary: 'Write below a photo, or take back what was written' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: changedPhotosResponse })
  async caption(
    @Param({ schema: requests.photoOfPost }) { id, photoId }: requests.PhotoOfPost,
    @Body({ schema: requests.captionRequest }) { caption }: requests.CaptionRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Changed> {
    const expected = ifMatchOf(ifMatch);
    const { post, masked } = await this.changePhotos.caption({ id, photoId }, caption, actingPerson(actor), expected);
    return this.answer(post, reply, masked);
  }

  @Delete(':photoId')
  @ApiOperation({ summary: 'Take a photo away from a post', description: 'Its files are destroyed.' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: changedPhotosResponse })
  async remove(
    @Param({ schema: requests.photoOfPost }) { id, photoId }: requests.PhotoOfPost,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Changed> {
    return this.answer(await this.changePhotos.remove(id, photoId, actingPerson(actor), ifMatchOf(ifMatch)), reply);
  }

  private async answer(post: PostView, reply: FastifyReply, masked: readonly string[] = []): Promise<Changed> {
    reply.headers(cachingOf(post));
    return { ...toPhotosResponse(await this.showPhotos.of(post)), warnings: captionWarnings(masked) };
  }
}
