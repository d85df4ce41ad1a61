import { setTimeout as delay } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import { typeOf } from './kafka-failure.ts';
import { KafkaClient } from './kafka-client.ts';
import type { KafkaSettings } from './kafka-settings.ts';

const TRIES = 5;
/** Twice as long each time: coordinators and leaders change within seconds. */
const FIRST_REST_MS = 100;
const PING_MS = 5000;
/** No other try answers otherwise. */
const FINAL = /^(UNKNOWN_TOPIC_OR_PARTITION|.*_AUTHORIZATION_FAILED|INVALID_.*|POLICY_VIOLATION|TOPIC_ALREADY_EXISTS)$/;

interface Session {
  readonly client: KafkaClient;
  readonly admin: Admin;
  readonly connected: Promise<void>;
}

/** Questions to the cluster. A session that failed once is replaced: kafkajs can keep asking for a topic that is gone. */
export class KafkaAdmin {
  private session: Session | undefined;
  private readonly leaving = new Set<Promise<void>>();
  private closed = false;

  constructor(private readonly settings: KafkaSettings) {}

  async ask<T>(question: (admin: Admin) => Promise<T>, tries = TRIES): Promise<T> {
    if (this.closed) throw new Error('This Kafka bus is closed');
    this.session ??= this.open();
    const { session } = this;
    try {
      await session.connected;
    } catch (error) {
      // kafkajs has tried it on every broker, and more than once.
      this.drop(session);
      throw error;
    }
    try {
      return await question(session.admin);
    } catch (error) {
      this.drop(session);
      if (tries <= 1 || this.closed || FINAL.test(typeOf(error) ?? '')) throw error;
      await delay(FIRST_REST_MS * 2 ** (TRIES - tries));
      return this.ask(question, tries - 1);
    }
  }

  /** Whether a broker answers now; in less time than who asks for health would wait. */
  async ping(): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error('timed out')), PING_MS);
    await Promise.race([this.ask((admin) => admin.describeCluster(), 1), late.promise]).finally(() =>
      clearTimeout(timer),
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.session) this.drop(this.session);
    await Promise.all(this.leaving);
  }

  private open(): Session {
    const client = new KafkaClient(this.settings);
    const admin = client.admin();
    const connected = admin.connect();
    connected.catch(() => undefined);
    return { client, admin, connected };
  }

  private drop(session: Session): void {
    if (this.session === session) this.session = undefined;
    const left = session.client.close(() => session.admin.disconnect()).finally(() => this.leaving.delete(left));
    this.leaving.add(left);
  }
}
