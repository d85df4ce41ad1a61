import { Readable } from 'node:stream';
import { type Actor, CurrentActor } from '@foundnow/auth';
import { Controller, Get, Header, SerializeOptions, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExportPersonalData } from '../../../use-cases/privacy/export-personal-data.ts';
import { actingPerson } from '../acting-person.ts';
import { textOf } from './export-text.ts';
import { exportResponse } from './export.response.ts';

@ApiTags('privacy')
@Controller('privacy/export')
export class ExportController {
  constructor(private readonly exportPersonalData: ExportPersonalData) {}

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    summary: 'Everything that this service holds of me, as one file',
    description:
      'However much it is: a file that ends without its last brace was cut short. Of others nothing is in it. What is closed so that fn-matcher alone can read it (numbers, answers to your questions) is only said to be there.',
  })
  @SerializeOptions({ schema: exportResponse })
  async export(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const exported = await this.exportPersonalData.run(actingPerson(actor));
    const day = exported.at.toISOString().slice(0, 10);
    return new StreamableFile(Readable.from(textOf(exported), { objectMode: false, highWaterMark: 1 }), {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="foundnow-posts-${day}.json"`,
    });
  }
}
