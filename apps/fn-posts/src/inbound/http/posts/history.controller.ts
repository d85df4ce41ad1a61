import { type Actor, CurrentActor } from '@foundnow/auth';
import { pageQuery, toPage, uuid } from '@foundnow/http';
import { Controller, Get, Header, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ReadHistory } from '../../../use-cases/posts/read-history.ts';
import { actingPerson } from '../acting-person.ts';
import { historyResponse, toHistoryEntryResponse } from './history.response.ts';
import { historyCursors } from './list-cursors.ts';

const historyQuery = z.strictObject(pageQuery);
/** PostgreSQL's largest integer: no post has had so many versions. */
const NEWEST = 2_147_483_647;

@ApiTags('posts')
@Controller('posts/:id/history')
export class HistoryController {
  constructor(private readonly readHistory: ReadHistory) {}

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'Every version of a post, newest first: what it was, who made it so, and why' })
  @SerializeOptions({ schema: historyResponse })
  async read(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: historyQuery }) { cursor, limit }: z.infer<typeof historyQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<z.infer<typeof historyResponse>> {
    const below = cursor === undefined ? NEWEST : historyCursors.decode(cursor, id).below;
    const entries = await this.readHistory.run(id, actingPerson(actor), below, limit + 1);
    const { items, nextCursor } = toPage(entries, limit, toHistoryEntryResponse, ({ post }) =>
      historyCursors.encode({ below: post.version }, id),
    );
    return { items: [...items], nextCursor };
  }
}
