import { Body, Controller, Delete, Module, Param, Post, Query, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError } from '@foundnow/kernel';
import { Database } from '@foundnow/postgres';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  createHttpApp,
  IDEMPOTENCY_HEADER,
  Idempotency,
  IdempotencyStore,
  idempotentRequestOf,
  markReplay,
} from '../src/index.ts';
import { sampleSchema } from './idempotency-database.ts';

const PERSON = '0199aaaa-0000-7000-8000-000000000000';
const scope = { person: PERSON };
const request = z.strictObject({ title: z.string(), note: z.string().optional() });
const query = z.strictObject({ draft: z.string().optional() });

@Controller('effects')
class EffectsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly database: Database,
  ) {}

  @Post()
  @ApiHeader(IDEMPOTENCY_HEADER)
  @SerializeOptions({ schema: z.object({ id: z.string(), title: z.string() }) })
  async create(
    @Body({ schema: request }) { title }: z.infer<typeof request>,
    @Query({ schema: query }) _query: object,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // Stands for the token, which says for which organization somebody acts.
    const orgId = http.headers['x-sample-org']?.toString() ?? null;
    const once = await this.idempotency.run(idempotentRequestOf(http, { userId: PERSON, orgId }), scope, async (tx) => {
      const [row] = await tx.query<{ id: string }>('INSERT INTO effects (title) VALUES ($1) RETURNING id', [title]);
      return row?.id ?? '';
    });
    const made = await this.read(once.resource);
    markReplay(reply, once);
    reply.headers({ location: `/effects/${made.id}`, etag: '"1"' });
    return made;
  }

  @Delete(':id')
  @SerializeOptions({ schema: z.object({}) })
  async remove(@Param('id', { schema: z.string().regex(/^\d+$/) }) id: string) {
    await this.database.transaction(scope, (tx) => tx.query('DELETE FROM effects WHERE id = $1', [id]));
    return {};
  }

  private async read(id: string) {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<{ id: string; title: string }>('SELECT id, title FROM effects WHERE id = $1', [id]),
    );
    if (row === undefined) throw new DomainError('effect.missing', 'missing', 'There is no such effect.');
    return row;
  }
}

/** A service whose one route creates; its effects can be counted and deleted. */
export async function startEffectsApp() {
  const sample = await sampleSchema();
  const idempotency = new Idempotency(sample.database, new IdempotencyStore('sample'));
  @Module({
    controllers: [EffectsController],
    providers: [
      { provide: Idempotency, useValue: idempotency },
      { provide: Database, useValue: sample.database },
    ],
  })
  class EffectsModule {}
  const logger = { info: () => {}, error: () => {} };
  const app = await createHttpApp(EffectsModule, { service: 'effects', api: { title: 'Effects' }, logger });
  await app.listen(0, '127.0.0.1');
  const stop = async () => {
    await app.close();
    await sample.drop();
  };
  return { sample, url: `${await app.getUrl()}/api/v1/effects`, stop };
}
