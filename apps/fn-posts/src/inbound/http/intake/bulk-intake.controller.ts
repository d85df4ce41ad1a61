import { type Actor, CurrentActor } from '@foundnow/auth';
import { IDEMPOTENCY_HEADER, idempotentRequestOf, RouteTakes } from '@foundnow/http';
import { Body, Controller, Header, HttpCode, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TakeInItems } from '../../../use-cases/intake/take-in-items.ts';
import { actingPerson } from '../acting-person.ts';
import { type BulkIntakeRequest, bulkIntakeRequest, MOST_BYTES, MOST_ITEMS, toItem } from './bulk-intake.request.ts';
import { takenInResponse, type TakenInResponse, toTakenInResponse } from './taken-in.response.ts';

@ApiTags('intake')
@Controller('posts/bulk')
export class BulkIntakeController {
  constructor(private readonly takeInItems: TakeInItems) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'private, no-store')
  @RouteTakes({ limitBytes: MOST_BYTES })
  @ApiOperation({
    summary: 'Take in many found items at once',
    description: `Up to ${MOST_ITEMS}, as after an event. The answer is 200 also when items were refused: each has an outcome of its own, in the order of the request. The created ones are kept all together or, when anything fails on our side, not at all.`,
  })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @SerializeOptions({ schema: takenInResponse })
  async takeIn(
    @Body({ schema: bulkIntakeRequest }) { items }: BulkIntakeRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TakenInResponse> {
    const once = idempotentRequestOf(request, actor);
    const taken = await this.takeInItems.run(items.map(toItem), 'bulk', actingPerson(actor), once);
    if (taken.replayed) reply.header('idempotent-replayed', 'true');
    return toTakenInResponse(taken);
  }
}
