import { createServer, type Server } from 'node:http';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { encodeEvent, lockfileSchemaIds } from '@foundnow/contracts';
import type { GoldenExample } from '@foundnow/contracts/testing';

const ids = lockfileSchemaIds();

/** The usual client of a schema registry. Its registry is a server on this machine that is asked once per schema. */
export class ConfluentCodec {
  private readonly idOf = new Map<string, number>();

  private constructor(
    private readonly registry: SchemaRegistry,
    private readonly server: Server,
  ) {}

  static async open(examples: readonly GoldenExample[]): Promise<ConfluentCodec> {
    const server = await serveSchemas();
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const codec = new ConfluentCodec(new SchemaRegistry({ host: `http://127.0.0.1:${port}` }), server);
    for (const { event, payload } of examples) {
      const { recordName, version } = encodeEvent(event, payload);
      const id = ids.idOf(recordName, version);
      codec.idOf.set(event, id);
      await codec.registry.getSchema(id);
    }
    return codec;
  }

  /** One pass over everything: how many bytes it wrote. */
  async pass(examples: readonly GoldenExample[]): Promise<number> {
    let bytes = 0;
    for (const example of examples) {
      const framed = await this.encode(example);
      await this.registry.decode(framed);
      bytes += framed.length;
    }
    return bytes;
  }

  encode({ event, payload }: GoldenExample): Promise<Buffer> {
    return this.registry.encode(this.idOf.get(event) ?? 0, payload);
  }

  async decode(framed: Buffer): Promise<unknown> {
    const decoded: unknown = await this.registry.decode(framed);
    return decoded;
  }

  close(): void {
    this.server.close();
  }
}

async function serveSchemas(): Promise<Server> {
  const server = createServer((request, response) => {
    const id = Number(request.url?.split('/').at(-1));
    response.setHeader('content-type', 'application/vnd.schemaregistry.v1+json');
    response.end(JSON.stringify({ schema: ids.writerOf(id).schema }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
