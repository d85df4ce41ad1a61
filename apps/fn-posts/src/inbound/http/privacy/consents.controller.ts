import { type Actor, CurrentActor } from '@foundnow/auth';
import { createCursors, instantAsDate, pageQuery, toPage, uuid } from '@foundnow/http';
import { Controller, Get, Header, Query, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ReadConsents } from '../../../use-cases/privacy/read-consents.ts';
import { actingPerson } from '../acting-person.ts';
import { type ConsentsResponse, consentsResponse, toConsentResponse } from './consents.response.ts';

const consentsQuery = z.strictObject(pageQuery);

const cursors = createCursors({
  listing: 'consents',
  position: z.object({ decidedAt: instantAsDate, id: uuid }),
});

@ApiTags('privacy')
@Controller('privacy/consents')
export class ConsentsController {
  constructor(private readonly readConsents: ReadConsents) {}

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    summary: 'What I agreed to, and what not, newest first',
    description: 'Every decision of your account that this service was told of, and every contact you let others see.',
  })
  @SerializeOptions({ schema: consentsResponse })
  async list(
    @Query({ schema: consentsQuery }) { cursor, limit }: z.infer<typeof consentsQuery>,
    @CurrentActor() actor: Actor,
  ): Promise<ConsentsResponse> {
    const by = actingPerson(actor);
    const after = cursor === undefined ? undefined : cursors.decode(cursor, by.userId);
    const consents = await this.readConsents.run(by, limit + 1, after);
    const { items, nextCursor } = toPage(consents, limit, toConsentResponse, ({ decidedAt, id }) =>
      cursors.encode({ decidedAt, id }, by.userId),
    );
    return { items: [...items], nextCursor };
  }
}
