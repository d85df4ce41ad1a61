import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { startEmbeddedPostgres } from '@foundnow/postgres';

/** The least that a platform on this stack can be: a new database server and one Nest application that does nothing. */

@Controller()
class EmptyController {
  @Get('health')
  health(): string {
    return 'ok';
  }
}

@Module({ controllers: [EmptyController] })
class EmptyModule {}

const [dataDir = '', port = '0'] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ dataDir });
const app = await NestFactory.create<NestFastifyApplication>(EmptyModule, new FastifyAdapter(), { logger: false });
await app.listen(Number(port), '127.0.0.1');

process.once('SIGTERM', () => {
  void app.close().then(() => postgres.stop());
});
