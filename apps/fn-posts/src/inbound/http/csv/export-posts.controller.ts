import { Readable } from 'node:stream';
import { type Actor, CurrentActor } from '@foundnow/auth';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { PostView } from '../../../domain/post/post-view.ts';
import { ExportPosts } from '../../../use-cases/intake/export-posts.ts';
import { actingPerson } from '../acting-person.ts';
import { csvLine } from './csv-cells.ts';
import { COLUMN_NAMES, textsOf } from './csv-columns.ts';

const STATUSES = ['active', 'resolved', 'expired'] as const;

const exportQuery = z.strictObject({
  kind: z.enum(['lost', 'found']).optional(),
  status: z.enum(STATUSES).optional().describe('Default: all.'),
});

@ApiTags('intake')
@Controller('posts/export')
export class ExportPostsController {
  constructor(private readonly exportPosts: ExportPosts) {}

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    summary: 'The posts of my organization as a CSV file',
    description:
      'UTF-8 with a BOM, commas, CRLF; several texts in a cell are divided by |. A cell that a spreadsheet would take for a formula begins with an apostrophe. POST /posts/import takes the same columns.',
  })
  @ApiResponse({ status: 200, description: 'Done.', content: { 'text/csv': { schema: { type: 'string' } } } })
  export(
    @Query({ schema: exportQuery }) { kind, status }: z.infer<typeof exportQuery>,
    @CurrentActor() actor: Actor,
  ): StreamableFile {
    const statuses = status === undefined ? STATUSES : [status];
    const pages = this.exportPosts.run({ kind, statuses }, actingPerson(actor));
    const disposition = 'attachment; filename="posts.csv"';
    return new StreamableFile(Readable.from(linesOf(pages), { objectMode: false, highWaterMark: 1 }), {
      type: 'text/csv; charset=utf-8',
      disposition,
    });
  }
}

/** One page is in memory at a time, however many there are and however slowly they are taken. */
async function* linesOf(pages: AsyncIterable<readonly PostView[]>): AsyncGenerator<string> {
  let head = `\u{feff}${csvLine(COLUMN_NAMES)}`;
  for await (const posts of pages) {
    yield head + posts.map((post) => csvLine(textsOf(post))).join('');
    head = '';
  }
}
