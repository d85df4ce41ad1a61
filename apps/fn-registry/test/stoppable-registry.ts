import { freePort } from '@foundnow/testing';
import type { FastifyInstance } from 'fastify';
import { createRegistryServer } from '../src/registry-server.ts';

/** A registry whose address stays while it comes and goes. */
export class StoppableRegistry {
  /** Waited for before each answer; throws to break the connection. */
  delay: (path: string) => Promise<void> = () => Promise.resolve();
  #server: FastifyInstance | undefined;

  private constructor(private readonly port: number) {}

  static async at(): Promise<StoppableRegistry> {
    return new StoppableRegistry(await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#server = createRegistryServer();
    this.#server.addHook('onRequest', (request) => this.delay(request.url));
    await this.#server.listen({ host: '127.0.0.1', port: this.port });
  }

  async stop(): Promise<void> {
    this.#server?.server.closeAllConnections();
    await this.#server?.close();
    this.#server = undefined;
  }
}
