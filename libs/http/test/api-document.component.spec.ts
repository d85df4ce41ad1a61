import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Module,
  Param,
  Patch,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { ApiHeader, type OpenAPIObject } from '@nestjs/swagger';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { createHttpApp, IDEMPOTENCY_HEADER, IF_MATCH_HEADER, pageOf, pageQuery } from '../src/index.ts';

const place = z.strictObject({ lat: z.number(), lng: z.number() }).meta({ id: 'Place' });
const thing = z.object({ id: z.uuid(), place, when: z.iso.datetime() }).meta({ id: 'Thing' });
const request = z.strictObject({ place });
const accessOf = (method: string, path: string) => (`${method} ${path}` === 'GET /things' ? 'public' : ['staff']);

@Controller('things')
class ThingsController {
  @Get()
  @SerializeOptions({ schema: pageOf(thing) })
  list(@Query({ schema: z.strictObject(pageQuery) }) _query: object): void {}

  @Post()
  @ApiHeader(IDEMPOTENCY_HEADER)
  @SerializeOptions({ schema: thing })
  create(@Body({ schema: request }) _body: object): void {}

  @Patch(':id')
  @ApiHeader(IF_MATCH_HEADER)
  @HttpCode(204)
  change(
    @Param('id', { schema: z.uuid() }) _id: string,
    @Headers('if-match') _match: string,
    @Body({ schema: request }) _body: object,
  ): void {}
}

@Controller('loose')
class LooseController {
  @Post()
  @HttpCode(204)
  loose(@Body({ schema: z.strictObject({ inner: z.object({ a: z.string() }).optional() }) }) _body: object): void {}

  @Get()
  unchecked(@Query() _query: object): void {}
}

@Controller('silent')
class SilentController {
  @Get()
  silent(): void {}
}

const start = (...controllers: Array<new () => object>) => {
  @Module({ controllers })
  class DocumentedModule {}
  const logger = { info: () => {}, error: () => {} };
  return createHttpApp(DocumentedModule, { service: 'things', api: { title: 'Things <1>', accessOf }, logger });
};

describe('the API document', () => {
  let app: NestFastifyApplication;
  let url: string;
  beforeEach(async () => {
    app = await start(ThingsController);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterEach(() => app.close());
  const read = async () => (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenAPIObject;

  it('is OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const document = await read();
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) =>
      match[1]!.split('/'),
    );
    expect(references.length).toBeGreaterThan(10);
    for (const path of references) {
      const target = path.reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], document);
      expect([path.join('/'), typeof target]).toEqual([path.join('/'), 'object']);
    }
  });

  it('lists for each route the answers that it can give, errors too', async () => {
    const { paths } = await read();
    const answers = (operation: { responses: object } | undefined) => Object.keys(operation?.responses ?? {}).join(' ');
    expect(answers(paths['/api/v1/things']?.get)).toBe('200 400 401 408 431 500 503');
    expect(answers(paths['/api/v1/things']?.post)).toBe('201 400 401 403 404 408 409 413 415 422 431 500 503');
    expect(answers(paths['/api/v1/things/{id}']?.patch)).toBe(
      '204 400 401 403 404 408 409 412 413 415 428 431 500 503',
    );
  });

  it('says who may call a route, and what is asked and answered', async () => {
    const { paths, components } = await read();
    const { get, post } = paths['/api/v1/things'] ?? {};
    expect([get?.security, post?.security]).toEqual([[{}, { bearer: [] }], [{ bearer: [] }]]);
    expect(post?.description).toBe('Roles: staff.');
    expect(Object.keys(components?.schemas ?? {}).sort()).toEqual(['Place', 'Problem', 'Thing']);
    expect(get?.parameters?.map((one) => 'name' in one && one.name)).toEqual(['limit', 'cursor']);
    const headers = paths['/api/v1/things/{id}']?.patch?.parameters?.filter(
      (one) => 'in' in one && one.in === 'header',
    );
    expect(headers).toEqual([expect.objectContaining({ name: 'If-Match', required: true })]);
    expect([get?.operationId, post?.operationId]).toEqual(['thingsList', 'thingsCreate']);
  });

  it('can be browsed from our own files alone, on a phone too', async () => {
    const page = await fetch(`${url}/api/docs`);
    const html = await page.text();
    expect(html).toContain('name="viewport" content="width=device-width');
    expect(html).toContain('<title>Things &lt;1></title>');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => new URL(match[1]!, page.url).href);
    expect(files).toHaveLength(4);
    for (const file of files)
      expect([file, file.startsWith(url), (await fetch(file)).status]).toEqual([file, true, 200]);
  });
});

describe('a service', () => {
  it('does not start while a route lets unchecked input in, and says where', async () => {
    await expect(start(LooseController)).rejects.toThrow(
      /LooseController\.loose: body lets unknown fields pass at inner.*\n.*LooseController\.unchecked: query has no schema/,
    );
  });

  it('does not start while a route keeps silent about its answer', async () => {
    await expect(start(SilentController)).rejects.toThrow(
      /Routes must say what they answer .*: SilentController\.silent/,
    );
  });
});
