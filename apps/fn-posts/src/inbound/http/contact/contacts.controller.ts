import { type Actor, CurrentActor } from '@foundnow/auth';
import {
  API_PREFIX,
  createCursors,
  IDEMPOTENCY_HEADER,
  idempotentRequestOf,
  instantAsDate,
  TOO_MANY_REQUESTS,
  toPage,
  uuid,
} from '@foundnow/http';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReadContacts } from '../../../use-cases/contact/read-contacts.ts';
import { RequestContact } from '../../../use-cases/contact/request-contact.ts';
import { actingPerson } from '../acting-person.ts';
import {
  type ContactsQuery,
  contactsQuery,
  type RequestContactRequest,
  requestContactRequest,
} from './contact.request.ts';
import {
  contactHeaders,
  type ContactResponse,
  contactResponse,
  type ContactsResponse,
  contactsResponse,
  type RequestedContactResponse,
  requestedContactResponse,
  toContactResponse,
} from './contact.response.ts';

const cursors = createCursors({
  listing: 'contact-exchanges',
  position: z.object({ createdAt: instantAsDate, id: uuid }),
});

/** Asking the author of a post for contact, and what became of it. Nobody but the two is shown anything. */
@ApiTags('contact exchanges')
@Controller('contact-exchanges')
export class ContactsController {
  constructor(
    private readonly requestContact: RequestContact,
    private readonly readContacts: ReadContacts,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Ask the author of a post for contact', description: 'Up to ten times an hour.' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiResponse(TOO_MANY_REQUESTS)
  @SerializeOptions({ schema: requestedContactResponse })
  async request(
    @Body({ schema: requestContactRequest }) { postId, ...asked }: RequestContactRequest,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestedContactResponse> {
    const once = idempotentRequestOf(request, actor);
    const { exchange, warnings, replayed } = await this.requestContact.run(postId, asked, actingPerson(actor), once);
    reply.headers({ ...contactHeaders(exchange), location: `${API_PREFIX}/contact-exchanges/${exchange.id}` });
    if (replayed) reply.header('idempotent-replayed', 'true');
    return { ...toContactResponse(exchange), warnings: [...warnings] };
  }

  @Get()
  @Header('Vary', 'Authorization')
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'List my contact exchanges, the newest first' })
  @SerializeOptions({ schema: contactsResponse })
  async list(
    @Query({ schema: contactsQuery }) { cursor, limit, role, status }: ContactsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ContactsResponse> {
    const filter = { role, status, of: actor.userId };
    const after = cursor === undefined ? undefined : cursors.decode(cursor, filter);
    const found = await this.readContacts.list({ side: role, status, limit, after }, actingPerson(actor));
    const { items, nextCursor } = toPage(found, limit, toContactResponse, ({ id, createdAt }) =>
      cursors.encode({ createdAt, id }, filter),
    );
    return { items: [...items], nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one of my contact exchanges' })
  @SerializeOptions({ schema: contactResponse })
  async read(
    @Param('id', { schema: uuid }) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactResponse> {
    const exchange = await this.readContacts.one(id, actingPerson(actor));
    reply.headers(contactHeaders(exchange));
    return toContactResponse(exchange);
  }
}
