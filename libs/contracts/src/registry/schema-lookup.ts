import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { ContractError } from '../codec/contract-error.ts';
import { askRegistry, type RegistryAnswer } from './ask-registry.ts';
import { badAnswer, registryAway } from './registry-error.ts';
import type { RegistryAccess } from './registry-options.ts';

export interface FoundSchema {
  readonly text: string;
  /** Not there: Avro. */
  readonly type: string;
}

export interface SubjectVersion {
  readonly subject: string;
  readonly version: number;
}

const schemaBody = z.object({ schema: z.string(), schemaType: z.string().nullish() });
const versionsBody = z.array(z.object({ subject: z.string(), version: z.int() }));
const errorBody = z.object({ error_code: z.int(), message: z.string().optional() });

/** Confluent's code for an id that was never given. A bare 404 may as well be a proxy that knows no such path. */
const NO_SUCH_SCHEMA = 40_403;
/** A cluster's followers learn of a new id a moment after its leader gave it. */
const ASK_AGAIN_MS = 500;

/**
 * Schemas by id, as their authors wrote them. The client library hands out only what it made of the text: logical
 * types and our own attributes are gone from that, and so is the code that says which 404 it was.
 */
export class SchemaLookup {
  readonly #access: RegistryAccess;

  constructor(access: RegistryAccess) {
    this.#access = access;
  }

  /** Believes only the second time that there is no such schema: what comes of it is final. */
  async schema(id: number): Promise<FoundSchema> {
    const path = `/schemas/ids/${id}`;
    let found = await this.#get(path, schemaBody);
    if (found === undefined) {
      await delay(ASK_AGAIN_MS);
      found = await this.#get(path, schemaBody);
    }
    if (found === undefined) {
      throw new ContractError('contract.undecodable', `no schema of the registry has the id ${id}`);
    }
    return { text: found.schema, type: found.schemaType ?? 'AVRO' };
  }

  async versions(id: number): Promise<readonly SubjectVersion[]> {
    return (await this.#get(`/schemas/ids/${id}/versions`, versionsBody)) ?? [];
  }

  /** Undefined: the registry says that there is no such schema. */
  async #get<T extends z.ZodType>(path: string, shape: T): Promise<z.infer<T> | undefined> {
    const { status, body } = await this.#ask(path);
    if (status === 200) {
      const answer = shape.safeParse(body);
      if (answer.success) return answer.data;
      throw registryAway(this.#access, `answers ${path} with something else than a registry would`);
    }
    const error = errorBody.safeParse(body).data;
    if (error?.error_code === NO_SUCH_SCHEMA) return undefined;
    throw badAnswer(this.#access, status, error?.message ?? 'no message');
  }

  async #ask(path: string): Promise<RegistryAnswer> {
    const { timeoutMs } = this.#access;
    try {
      return await askRegistry(this.#access, path, AbortSignal.timeout(timeoutMs));
    } catch (error) {
      throw registryAway(this.#access, reasonOf(error, timeoutMs), error);
    }
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, cause } = Object(error) as { name?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return `gives no answer within ${timeoutMs} ms`;
  return `cannot be reached: ${typeof cause?.code === 'string' ? cause.code : 'the connection broke'}`;
}
