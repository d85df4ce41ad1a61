import { type Actor, ActorOrNobody, CurrentActor } from '@foundnow/auth';
import { API_PREFIX, IDEMPOTENCY_HEADER, idempotentRequestOf, IF_MATCH_HEADER, ifMatchOf, uuid } from '@foundnow/http';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Req,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeletePost } from '../../../use-cases/posts/delete-post.ts';
import { EditPost } from '../../../use-cases/posts/edit-post.ts';
import { ReadPost } from '../../../use-cases/posts/read-post.ts';
import { ReportItem } from '../../../use-cases/posts/report-item.ts';
import { actingPerson } from '../acting-person.ts';
import { cachingOf } from './caching.ts';
import { type EditPostRequest, editPostRequest, toEditRequest } from './edit-post.request.ts';
import {
  type PostResponse,
  postResponse,
  toPostResponse,
  type WrittenPostResponse,
  writtenPostResponse,
} from './post.response.ts';
import { type ReportItemRequest, reportItemRequest, toReportRequest } from './report-item.request.ts';

@ApiTags('posts')
@Controller('posts')
export class PostsController {
  constructor(
    private readonly reportItem: ReportItem,
    private readonly readPost: ReadPost,
    private readonly editPost: EditPost,
    private readonly deletePost: DeletePost,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Report a lost or a found item' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @SerializeOptions({ schema: writtenPostResponse })
  async report(
    @Body({ schema: reportItemRequest }) body: ReportItemRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenPostResponse> {
    const once = idempotentRequestOf(request, actor);
    const { post, warnings, replayed } = await this.reportItem.run(toReportRequest(body), actingPerson(actor), once);
    reply.headers({ ...cachingOf(post), location: `${API_PREFIX}/posts/${post.id}` });
    if (replayed) reply.header('idempotent-replayed', 'true');
    return { ...toPostResponse(post), warnings: [...warnings] };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one post', description: 'Strangers see a point that is not where it was.' })
  @SerializeOptions({ schema: postResponse })
  async read(
    @Param('id', { schema: uuid }) id: string,
    @ActorOrNobody() actor: Actor | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PostResponse> {
    const post = await this.readPost.run(id, actor && actingPerson(actor));
    reply.headers(cachingOf(post));
    return toPostResponse(post);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Correct a post',
    description: 'What is not named stays. Of a closed post only title, description and visibility can change.',
  })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: writtenPostResponse })
  async edit(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: editPostRequest }) body: EditPostRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenPostResponse> {
    const expected = ifMatchOf(ifMatch);
    const { post, warnings } = await this.editPost.run(id, toEditRequest(body), actingPerson(actor), expected);
    reply.headers(cachingOf(post));
    return { ...toPostResponse(post), warnings: [...warnings] };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take a post away for good',
    description: 'It is gone from every read at once. A moderator may take away what is public, whosever it is.',
  })
  @ApiHeader(IF_MATCH_HEADER)
  async delete(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.deletePost.run(id, actingPerson(actor), ifMatchOf(ifMatch));
  }
}
