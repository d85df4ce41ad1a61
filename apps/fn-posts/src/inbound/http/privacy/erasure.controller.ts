import { type Actor, CurrentActor } from '@foundnow/auth';
import { Controller, Delete, Header, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ErasePerson } from '../../../use-cases/privacy/erase-person.ts';
import { type ErasureResponse, erasureResponse } from './erasure.response.ts';

/** Long enough for nearly everybody; what takes longer, the worker does. */
const MOST_MS = 5_000;
const FORGETS = `All that I reported is gone for everybody at once, and stripped to what statistics count; what I took in \
for an organization stays without me. \`completedAt\` is null while something is still to be taken away. It cannot be \
undone, and nothing can be written for me afterwards. Repeating it answers the same.`;

@ApiTags('privacy')
@Controller('privacy/me')
export class ErasureController {
  constructor(private readonly erasePerson: ErasePerson) {}

  @Delete()
  @HttpCode(202)
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'Be forgotten', description: FORGETS })
  @SerializeOptions({ schema: erasureResponse })
  async eraseMe(@CurrentActor() actor: Actor): Promise<ErasureResponse> {
    const erasure = await this.erasePerson.run(actor.userId, 'person', AbortSignal.timeout(MOST_MS));
    return {
      requestedAt: erasure.requestedAt.toISOString(),
      completedAt: erasure.completedAt?.toISOString() ?? null,
    };
  }
}
