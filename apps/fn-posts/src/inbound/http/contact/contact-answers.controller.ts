import { type Actor, CurrentActor } from '@foundnow/auth';
import { IF_MATCH_HEADER, ifMatchOf, uuid } from '@foundnow/http';
import { Body, Controller, Headers, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ContactData } from '../../../domain/contact-exchange/contact-state.ts';
import type { ContactView } from '../../../domain/contact-exchange/contact-view.ts';
import { CancelContact } from '../../../use-cases/contact/cancel-contact.ts';
import { DecideContact } from '../../../use-cases/contact/decide-contact.ts';
import { RevealContact } from '../../../use-cases/contact/reveal-contact.ts';
import { actingPerson } from '../acting-person.ts';
import {
  type ApproveContactRequest,
  approveContactRequest,
  type DenyContactRequest,
  denyContactRequest,
} from './contact-answers.request.ts';
import { type RevealContactRequest, revealContactRequest } from './contact.request.ts';
import {
  contactHeaders,
  type ContactResponse,
  contactResponse,
  type RevealedContactResponse,
  revealedContactResponse,
  toContactResponse,
} from './contact.response.ts';

/** What the two do: one answers, the other sees, or withdraws. */
@ApiTags('contact exchanges')
@Controller('contact-exchanges/:id')
export class ContactAnswersController {
  constructor(
    private readonly decideContact: DecideContact,
    private readonly cancelContact: CancelContact,
    private readonly revealContact: RevealContact,
  ) {}

  @Post('approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let the requester see how to reach you', description: 'For the author of the post.' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: contactResponse })
  async approve(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: approveContactRequest }) { contact, validForHours, singleUse }: ApproveContactRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactResponse> {
    const given = { contact: contactOf(contact), validForHours, singleUse };
    const expected = ifMatchOf(ifMatch);
    return answer(await this.decideContact.approve(id, given, actingPerson(actor), expected), reply);
  }

  @Post('deny')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse contact', description: 'For the author of the post.' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: contactResponse })
  async deny(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: denyContactRequest }) { reason }: DenyContactRequest,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactResponse> {
    return answer(await this.decideContact.deny(id, reason, actingPerson(actor), ifMatchOf(ifMatch)), reply);
  }

  @Post('cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw while there is no answer', description: 'For who asked.' })
  @ApiHeader(IF_MATCH_HEADER)
  @SerializeOptions({ schema: contactResponse })
  async cancel(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactResponse> {
    return answer(await this.cancelContact.run(id, actingPerson(actor), ifMatchOf(ifMatch)), reply);
  }

  @Post('reveal')
  @HttpCode(200)
  @ApiOperation({
    summary: 'See how to reach the author of the post',
    description: 'For who asked. Each time is noted and told to the author; what opens once is gone then.',
  })
  @SerializeOptions({ schema: revealedContactResponse })
  async reveal(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: revealContactRequest }) { token }: RevealContactRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevealedContactResponse> {
    const { exchange, contact } = await this.revealContact.run(id, token, actingPerson(actor));
    return { ...answer(exchange, reply), contact };
  }
}

/** Field by field: nothing else of a request is kept. */
function contactOf({ email, phone }: ApproveContactRequest['contact']): ContactData {
  return { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
}

function answer(exchange: ContactView, reply: FastifyReply): ContactResponse {
  reply.headers(contactHeaders(exchange));
  return toContactResponse(exchange);
}
