import { Controller, Delete, Get, HttpCode, Module, Param, Post, SerializeOptions } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@foundnow/http';
import { z } from 'zod';
import { ActorOrNobody, AuthModule, CurrentActor, defineRoutePolicies } from '../src/index.ts';
import type { Actor, AuthOptions } from '../src/index.ts';

const who = z.object({ userId: z.string().nullable(), orgId: z.string().nullable() });

export const guardedPolicies = defineRoutePolicies({
  'GET /': { roles: ['admin'] },
  'GET /things': 'public',
  'POST /things': { roles: ['user', 'staff'] },
  'DELETE /things/:id': { roles: ['admin'] },
  'GET /reports': { roles: ['staff'], scopes: ['reports:read'] },
  'GET /stream': { roles: ['user'], ticket: true },
});

@Controller()
class ThingsController {
  made = 0;

  @Get()
  @HttpCode(204)
  root(): void {}

  @Get('things')
  @SerializeOptions({ schema: who })
  list(@ActorOrNobody() actor: Actor | null) {
    return { userId: actor?.userId ?? null, orgId: actor?.orgId ?? null };
  }

  @Post('things')
  @SerializeOptions({ schema: who })
  make(@CurrentActor() actor: Actor) {
    this.made += 1;
    return { userId: actor.userId, orgId: actor.orgId };
  }

  @Delete('things/:id')
  @HttpCode(204)
  remove(@Param('id', { schema: z.uuid() }) _id: string): void {}

  @Get('reports')
  @HttpCode(204)
  reports(): void {}

  @Get('stream')
  @SerializeOptions({ schema: who })
  stream(@CurrentActor() actor: Actor) {
    return { userId: actor.userId, orgId: actor.orgId };
  }
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

export async function startGuardedApp(options: Omit<AuthOptions, 'policies'> & Partial<AuthOptions>) {
  @Module({
    imports: [AuthModule.forService({ policies: guardedPolicies, ...options })],
    controllers: [ThingsController],
  })
  class GuardedModule {}
  const accessOf = (method: string, path: string) => guardedPolicies.accessOf(method, path);
  const api = { title: 'Guarded', accessOf };
  const app: NestFastifyApplication = await createHttpApp(GuardedModule, { service: 'guarded', api, logger: quiet });
  await app.listen(0, '127.0.0.1');
  const made = () => app.get(ThingsController).made;
  return { app, url: `${await app.getUrl()}/api/v1`, made };
}
