import { Body, Controller, Module, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@foundnow/postgres';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  applyAnswer,
  createHttpApp,
  IDEMPOTENCY_HEADER,
  Idempotency,
  IdempotencyModule,
  idempotentRequestOf,
} from '../src/index.ts';
import { sampleSchema, type SampleSchema } from './idempotency-database.ts';

const PERSON = '0199aaaa-0000-7000-8000-000000000000';
const request = z.strictObject({ title: z.string(), note: z.string().optional() });

@Controller('effects')
class EffectsController {
  constructor(private readonly idempotency: Idempotency) {}

  @Post()
  @ApiHeader(IDEMPOTENCY_HEADER)
  @SerializeOptions({ schema: z.object({ id: z.string(), title: z.string() }) })
  async create(
    @Body({ schema: request }) { title }: z.infer<typeof request>,
    @Req() http: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.idempotency.run(idempotentRequestOf(http, PERSON), { person: PERSON }, async (tx) => {
      const [row] = await tx.query<{ id: string }>('INSERT INTO effects (title) VALUES ($1) RETURNING id', [title]);
      return { status: 201, headers: { location: `/effects/${row?.id}`, etag: '"1"' }, body: { id: row?.id, title } };
    });
    return applyAnswer(reply, answer);
  }
}

describe('a route that creates', () => {
  let sample: SampleSchema;
  let app: NestFastifyApplication;
  let url: string;
  beforeAll(async () => {
    sample = await sampleSchema();
    @Module({ providers: [{ provide: Database, useValue: sample.database }], exports: [Database] })
    class DatabaseModule {}
    @Module({ imports: [IdempotencyModule.forSchema('sample', [DatabaseModule])], controllers: [EffectsController] })
    class EffectsModule {}
    const logger = { info: () => {}, error: () => {} };
    app = await createHttpApp(EffectsModule, { service: 'effects', api: { title: 'Effects' }, logger });
    await app.listen(0, '127.0.0.1');
    url = `${await app.getUrl()}/api/v1/effects`;
  });
  afterAll(async () => {
    await app.close();
    await sample.drop();
  });

  async function post(body: string, key?: string) {
    const headers = { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) };
    const answer = await fetch(url, { method: 'POST', body, headers });
    const told = ['location', 'etag', 'idempotent-replayed'].map((name) => answer.headers.get(name));
    return { status: answer.status, told, body: (await answer.json()) as Record<string, unknown> };
  }

  it('creates once for 16 equal requests at once, and says which answers are repetitions', async () => {
    const before = await sample.effects();
    const answers = await Promise.all(Array.from({ length: 16 }, () => post('{"title":"a"}', 'key-parallel')));
    expect((await sample.effects()) - before).toBe(1);
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['id'])}`)).size).toBe(1);
    expect(answers.filter(({ told }) => told[2] === 'true')).toHaveLength(15);
    expect(new Set(answers.map(({ told }) => `${told[0]} ${told[1]}`)).size).toBe(1);
  });

  it('knows the same request again however its fields are ordered and spaced', async () => {
    const first = await post('{"title":"a","note":"n"}', 'key-order');
    const second = await post('{ "note": "n", "title": "a" }', 'key-order');
    expect(second).toEqual({ ...first, told: [...first.told.slice(0, 2), 'true'] });
  });

  it('refuses a key for another body with 422, and creates nothing', async () => {
    await post('{"title":"a"}', 'key-other');
    const before = await sample.effects();
    const other = await post('{"title":"b"}', 'key-other');
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
    expect(await sample.effects()).toBe(before);
  });

  it('refuses a key that is none with 400, and creates nothing', async () => {
    const before = await sample.effects();
    for (const key of ['', 'with blank', 'k'.repeat(256)]) {
      expect(await post('{"title":"a"}', key)).toMatchObject({
        status: 400,
        body: { code: 'idempotency.key_invalid' },
      });
    }
    expect(await sample.effects()).toBe(before);
  });

  it('creates anew each time without a key', async () => {
    const [first, second] = [await post('{"title":"a"}'), await post('{"title":"a"}')];
    expect(first.body['id']).not.toBe(second.body['id']);
  });
});
