import { Body, Controller, Delete, Get, HttpCode, Module, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { ContractError } from '@foundnow/contracts';
import { DomainError } from '@foundnow/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { currentContext, type TelemetryContext } from '@foundnow/telemetry';
import { z } from 'zod';
import { createHttpApp, type HttpAppOptions, RouteTakes } from '../src/index.ts';

const itemRequest = z.strictObject({
  title: z.string().min(3).max(20),
  place: z.strictObject({ lat: z.number().min(-90).max(90) }).optional(),
  secret: z
    .string()
    .regex(/^[a-z]*$/)
    .optional(),
});
const itemAnswer = z.object({ id: z.string(), title: z.string() });
const listQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) });
const itemId = z.uuid();

/** What the requests changed: a refused one must leave it as it was. */
export const changes: string[] = [];
let busy = Promise.withResolvers<void>();
export const seenContexts: TelemetryContext[] = [];

@Controller('items')
class ItemsController {
  @Post()
  @SerializeOptions({ schema: itemAnswer })
  create(@Body({ schema: itemRequest }) body: z.infer<typeof itemRequest>) {
    changes.push(body.title);
    return { id: 'i1', title: body.title, internalNote: 'never sent' };
  }

  @Get()
  @SerializeOptions({ schema: z.object({ limit: z.int() }) })
  list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>) {
    seenContexts.push(currentContext());
    return { limit: query.limit };
  }

  @Get('slow')
  @SerializeOptions({ schema: z.object({ done: z.boolean() }) })
  slow() {
    busy.resolve();
    return new Promise((resolve) => setTimeout(resolve, 300, { done: true }));
  }

  @Get('patient')
  @RouteTakes({ timeoutMs: 30_000 })
  @SerializeOptions({ schema: z.object({ done: z.boolean() }) })
  patient() {
    return new Promise((resolve) => setTimeout(resolve, 300, { done: true }));
  }

  @Get('stuck')
  @HttpCode(204)
  stuck(): Promise<void> {
    busy.resolve();
    return new Promise(() => {});
  }

  @Get('boom')
  @HttpCode(204)
  boom(): never {
    throw new TypeError('password=hunter2 leaked from the driver');
  }

  @Get('misfit')
  @SerializeOptions({ schema: itemAnswer })
  misfit() {
    return { id: 7 };
  }

  @Get('away')
  @HttpCode(204)
  away(): never {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  }

  @Get('denied')
  @HttpCode(204)
  denied(): never {
    throw new DomainError('kms.denied', 'dependency', 'Grant it the role on projects/inner/keyRings/ring.');
  }

  @Get('damaged')
  @HttpCode(204)
  damaged(): never {
    const fields = [{ path: 'inner.path', code: 'inner', detail: 'inner' }];
    throw new DomainError('storage.damaged', 'internal', 'The file inner/photo is damaged.', { fields });
  }

  @Get('contract')
  @HttpCode(204)
  contract(): never {
    throw new ContractError('contract.invalid_payload', 'post.created does not fit its schema: inner.path');
  }

  @Get('conflict')
  @HttpCode(204)
  conflict(): never {
    throw new DomainError('item.taken', 'conflict', 'Somebody has it.', { retryAfterSeconds: 3 });
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id', { schema: itemId }) id: string): void {
    changes.push(id);
  }
}

@Module({ controllers: [ItemsController] })
class SampleModule {}

export interface Logged {
  readonly fields: object;
  readonly message: string;
}

export async function startSampleApp(options: Partial<HttpAppOptions> = {}) {
  busy = Promise.withResolvers<void>();
  const lines: Logged[] = [];
  const log = (fields: object | string, message = ''): void => void lines.push({ fields: Object(fields), message });
  const logger = { info: log, error: log };
  const app: NestFastifyApplication = await createHttpApp(SampleModule, {
    service: 'sample',
    api: { title: 'Sample' },
    logger,
    ...options,
  });
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl(), lines, whenBusy: () => busy.promise };
}
