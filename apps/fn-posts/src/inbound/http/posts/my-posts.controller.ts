import { type Actor, CurrentActor } from '@foundnow/auth';
import { Controller, Get, Header, Query, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListPosts } from '../../../use-cases/posts/list-posts.ts';
import { actingPerson } from '../acting-person.ts';
import { listCursors } from './list-cursors.ts';
import { type MyPostsQuery, myPostsQuery } from './my-posts.request.ts';
import { type PostListResponse, postListResponse } from './post-list.response.ts';
import { toPostResponse } from './post.response.ts';

const NOT_DELETED = ['active', 'resolved', 'expired'] as const;

@ApiTags('posts')
@Controller('users/me/posts')
export class MyPostsController {
  constructor(private readonly listPosts: ListPosts) {}

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'List my posts', description: 'All that I wrote, whichever organization I act for now.' })
  @SerializeOptions({ schema: postListResponse })
  async mine(
    @Query({ schema: myPostsQuery }) { cursor, limit, ...asked }: MyPostsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PostListResponse> {
    const { kind, status, sort } = asked;
    const filter = { ...asked, of: actor.userId };
    const { posts, next } = await this.listPosts.run(
      {
        kind,
        statuses: status === undefined ? NOT_DELETED : [status],
        authorId: actor.userId,
        sort,
        limit,
        after: cursor === undefined ? undefined : listCursors.decode(cursor, filter),
      },
      actingPerson(actor),
    );
    return { items: posts.map(toPostResponse), nextCursor: next && listCursors.encode(next, filter) };
  }
}
