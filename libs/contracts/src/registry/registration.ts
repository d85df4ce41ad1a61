import { COMPATIBILITY, SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import type { SchemaRow } from '../catalog.ts';
import { ContractError } from '../codec/contract-error.ts';
import { badAnswer, plain, registryAway, schemaRefused } from './registry-error.ts';
import type { RegistryAccess } from './registry-options.ts';

type Middleware = NonNullable<ConstructorParameters<typeof SchemaRegistry>[0]['middlewares']>[number];

/** Gives our schemas their ids. The library's own retries are off: the relay and the consumers wait with a plan. */
export class Registration {
  readonly #access: RegistryAccess;
  readonly #registry: SchemaRegistry;

  constructor(access: RegistryAccess) {
    this.#access = access;
    this.#registry = new SchemaRegistry({
      host: access.url,
      clientId: access.clientId,
      retry: { retries: 0 },
      middlewares: [endsAfter(access.timeoutMs)],
      ...(access.auth && { auth: access.auth }),
    });
  }

  /** The id of this very text, which needs no right to write; undefined when the subject does not have it. */
  async find({ subject, schema }: SchemaRow): Promise<number | undefined> {
    try {
      return idIn(await this.#inTime(this.#registry.getRegistryIdBySchema(subject, avro(schema))), this.#access);
    } catch (error) {
      // The library has a class of its own for a 404, and leaves the status out.
      if (error instanceof Error && error.name === 'ConfluentSchemaRegistryError') return undefined;
      throw this.#explain(error);
    }
  }

  async register({ subject, version, schema }: SchemaRow): Promise<number> {
    try {
      const { id } = await this.#inTime(
        // Spelt out: the library's own choices are another subject and BACKWARD.
        this.#registry.register(avro(schema), { subject, compatibility: COMPATIBILITY.FULL_TRANSITIVE }),
      );
      return idIn(id, this.#access);
    } catch (error) {
      const { status, message } = this.#answerIn(error);
      if (status === 409) throw schemaRefused(subject, version, message, error);
      throw this.#explain(error, `${subject} v${version}: `);
    }
  }

  /** When an answer breaks off half-way, the library waits for the rest for ever. */
  async #inTime<T>(asked: Promise<T>): Promise<T> {
    const { timeoutMs } = this.#access;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Late(`gives no answer within ${timeoutMs} ms`)), timeoutMs);
    try {
      return await Promise.race([asked, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  #explain(error: unknown, about = ''): ContractError {
    if (error instanceof ContractError) return error;
    if (error instanceof Late) return registryAway(this.#access, error.message);
    const { status, message } = this.#answerIn(error);
    // What never reached the registry is a 400 in the library's eyes.
    if (status === undefined || status === 400) return registryAway(this.#access, `fails: ${about}${message}`, error);
    return badAnswer(this.#access, status, about + message, error);
  }

  #answerIn(error: unknown): { readonly status: number | undefined; readonly message: string } {
    const message = plain(error instanceof Error ? error.message : String(error));
    const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
    return {
      status: typeof status === 'number' ? status : undefined,
      message: message.replace(`${this.#access.clientId} - `, ''),
    };
  }
}

class Late extends Error {}

function avro(schema: string) {
  return { type: SchemaType.AVRO, schema } as const;
}

/** Frees the connection of a request that nobody waits for any more. */
function endsAfter(ms: number): Middleware {
  return () => ({
    prepareRequest: (next) => next().then((request) => request.enhance({ signal: AbortSignal.timeout(ms) })),
  });
}

function idIn(id: unknown, access: RegistryAccess): number {
  if (Number.isInteger(id)) return id as number;
  throw registryAway(access, 'gives a schema no number for an id');
}
