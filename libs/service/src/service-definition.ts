import type { RoutePolicies } from '@foundnow/auth';
import type { MigrationClass } from '@foundnow/postgres';
import type { DynamicModule } from '@nestjs/common';
import type { EntitySchema } from 'typeorm';
import type { ServiceKit } from './service-kit.ts';

/** What is different about a service: everything else is the same for all. */
export interface ServiceDefinition {
  readonly name: string;
  /** One sentence for people. */
  readonly about: string;
  /** The Postgres schema that it owns. */
  readonly schema: string;
  readonly policies: RoutePolicies;
  readonly entities?: readonly EntitySchema[];
  readonly migrations: readonly MigrationClass[];
  /** What goes on beside requests and events, on top of what every service has. Any number of replicas runs them. */
  readonly workers?: (kit: ServiceKit, complain: (error: unknown) => void) => readonly ServiceWorker[];
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

export type RootModule = DynamicModule;
