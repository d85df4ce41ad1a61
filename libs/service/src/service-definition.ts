import type { RoutePolicies } from '@foundnow/auth';
import type { Environment } from '@foundnow/config';
import type { MigrationClass } from '@foundnow/postgres';
import type { Provider, Type } from '@nestjs/common';
import type { FastifyPluginCallback } from 'fastify';
import type { ServiceCommand } from './operator-terminal.ts';
import type { ServiceEnv } from './service-env.ts';
import type { KitOwner, ServiceKit } from './service-kit.ts';

/** What is different about a service: everything else is the same for all. */
export interface ServiceDefinition<Config extends ServiceEnv = ServiceEnv, UseCases = unknown> extends KitOwner {
  /** One sentence for people. */
  readonly about: string;
  readonly policies: RoutePolicies;
  readonly migrations: readonly MigrationClass[];
  readonly parse: (env: Environment) => Config;
  /** The composition root: binds use cases to adapters, and controllers, handlers and workers to use cases. */
  readonly compose: (config: Config, kit: ServiceKit) => Composition<UseCases> | Promise<Composition<UseCases>>;
  readonly commands?: readonly ServiceCommand<UseCases>[];
  /** Keys of its environment that hold 32 secret bytes in base64, each with what they are for: the purpose never changes. */
  readonly secrets?: Readonly<Record<string, string>>;
}

export interface Composition<UseCases = unknown> {
  readonly useCases: UseCases;
  /** HTTP controllers and event handlers. */
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
  /** Done before the first request and event is taken: what must not be seen half-way. Commands do without. */
  readonly beforeServing?: () => Promise<void>;
  /** What goes on beside requests and events, by name. Any number of replicas runs them. */
  readonly workers?: Readonly<Record<string, ServiceWorker>>;
  /** What is served beside the API, without its guards: addresses that carry their own permission. */
  readonly mounts?: readonly Mount[];
}

export interface Mount {
  readonly prefix: string;
  readonly plugin: FastifyPluginCallback;
}

export interface ServiceWorker {
  start(): void;
  stop(): Promise<void>;
}

export interface RunningService {
  readonly name: string;
  readonly url: string;
  /** Finishes what is under way, then closes everything that was opened. */
  stop(): Promise<void>;
}
