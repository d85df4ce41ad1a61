import { type Actor, ActorOrNobody } from '@foundnow/auth';
import { Controller, Get, Header, Query, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { wordsOf } from '../../../domain/post/search-words.ts';
import { FindNearbyPosts } from '../../../use-cases/posts/find-nearby-posts.ts';
import { ListPosts } from '../../../use-cases/posts/list-posts.ts';
import { actingPerson } from '../acting-person.ts';
import { listCursors, nearbyCursors } from './list-cursors.ts';
import { type ListPostsQuery, listPostsQuery, MOST_WORDS } from './list-posts.request.ts';
import { referenceOf } from './written-reference.ts';
import { toFilter } from './post-filter.request.ts';
import { type NearbyPostsQuery, nearbyPostsQuery } from './nearby-posts.request.ts';
import {
  type NearbyPostsResponse,
  nearbyPostsResponse,
  type PostListResponse,
  postListResponse,
} from './post-list.response.ts';
import { toPostResponse } from './post.response.ts';

@ApiTags('posts')
@Controller('posts')
export class PostListsController {
  constructor(
    private readonly listPosts: ListPosts,
    private readonly findNearbyPosts: FindNearbyPosts,
  ) {}

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'List posts', description: 'Each page looks at a bounded number of posts.' })
  @SerializeOptions({ schema: postListResponse })
  async list(
    @Query({ schema: listPostsQuery }) query: ListPostsQuery,
    @ActorOrNobody() actor: Actor | null,
  ): Promise<PostListResponse> {
    const { cursor, limit, ...asked } = query;
    const { status, author, org, reference, q, sort } = asked;
    const { posts, next } = await this.listPosts.run(
      {
        ...toFilter(asked),
        statuses: [status],
        authorId: author,
        orgId: org,
        reference: referenceOf(reference),
        words: q === undefined ? undefined : wordsOf(q).slice(0, MOST_WORDS),
        sort,
        limit,
        after: cursor === undefined ? undefined : listCursors.decode(cursor, asked),
      },
      actor && actingPerson(actor),
    );
    return { items: posts.map(toPostResponse), nextCursor: next && listCursors.encode(next, asked) };
  }

  @Get('nearby')
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    summary: 'Find active posts around a point, the nearest first',
    description: 'Strangers search by the points that they are shown, in steps of 100 m.',
  })
  @SerializeOptions({ schema: nearbyPostsResponse })
  async nearby(
    @Query({ schema: nearbyPostsQuery }) query: NearbyPostsQuery,
    @ActorOrNobody() actor: Actor | null,
  ): Promise<NearbyPostsResponse> {
    const { cursor, limit, ...asked } = query;
    const { lat, lng, radius } = asked;
    const found = await this.findNearbyPosts.run(
      {
        ...toFilter(asked),
        center: { lat, lng },
        radiusMeters: radius,
        limit,
        after: cursor === undefined ? undefined : nearbyCursors.decode(cursor, asked),
      },
      actor && actingPerson(actor),
    );
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map(({ post, distanceMeters }) => ({ ...toPostResponse(post), distanceMeters })),
      nextCursor: last ? nearbyCursors.encode({ meters: last.distanceMeters, id: last.post.id }, asked) : null,
    };
  }
}
