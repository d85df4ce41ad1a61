import { createHash } from 'node:crypto';
import { type Actor, CurrentActor } from '@foundnow/auth';
import { bodyStreamOf, IDEMPOTENCY_HEADER, idempotentRequestOf, RouteTakes } from '@foundnow/http';
import { DomainError } from '@foundnow/kernel';
import { Controller, Header, HttpCode, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TakeInItems } from '../../../use-cases/intake/take-in-items.ts';
import { actingPerson } from '../acting-person.ts';
import { MOST_BYTES, MOST_ITEMS, toItem } from '../intake/bulk-intake.request.ts';
import { COLUMN_NAMES, itemOf, REQUIRED_COLUMNS } from './csv-columns.ts';
import { type ImportedResponse, importedResponse, toImportedResponse } from './imported.response.ts';
import { readCsv } from './read-csv.ts';

@ApiTags('intake')
@Controller('posts/import')
export class ImportItemsController {
  constructor(private readonly takeInItems: TakeInItems) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'private, no-store')
  @RouteTakes({ limitBytes: MOST_BYTES, streams: ['text/csv'] })
  @ApiBody({ schema: { type: 'string' } })
  @ApiOperation({
    summary: 'Take in found items from a CSV file',
    description: `Up to ${MOST_ITEMS} rows in UTF-8, below a line of column names: ${COLUMN_NAMES.join(', ')}. Those needed: ${REQUIRED_COLUMNS.join(', ')}. photoUploadIds holds ids divided by ;. id, reference, status and createdAt are not taken over. Each row has an outcome of its own, as in POST /posts/bulk.`,
  })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @SerializeOptions({ schema: importedResponse })
  async take(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportedResponse> {
    const bytes = await wholeOf(request);
    const once = idempotentRequestOf(request, actor, createHash('sha256').update(bytes).digest('hex'));
    const rows = readCsv(bytes, MOST_ITEMS);
    const items = rows.map(({ cells }) => (cells === undefined ? wrongCells() : toItem(itemOf(cells))));
    const taken = await this.takeInItems.run(items, 'import', actingPerson(actor), once);
    if (taken.replayed) reply.header('idempotent-replayed', 'true');
    return toImportedResponse(taken, rows);
  }
}

async function wholeOf(request: FastifyRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bodyStreamOf(request) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function wrongCells(): DomainError {
  const detail = 'The row has more or fewer cells than there are columns; is a comma within a text not quoted?';
  return new DomainError('import.cells', 'validation', detail);
}
