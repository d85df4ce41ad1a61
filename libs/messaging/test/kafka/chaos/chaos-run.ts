import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '@foundnow/testing';
import type { DeliveredMessage, KafkaProblem, KafkaTimings, MessageBus, Subscription } from '../../../src/index.ts';
import { createKafkaBus } from '../../../src/kafka/index.ts';
import { freshGroup } from '../../sample-messages.ts';
import { QUICK } from '../kafka-harness.ts';
import { GroupLedger } from './group-ledger.ts';
import { Load, type LoadPlan, type Publish } from './load.ts';
import { type Figures, faultsOf, figuresOf } from './verdict.ts';
import { type Work, witnessed } from './witness.ts';

/** Short, so that a run has time for several faults. */
export const TIMINGS: Partial<KafkaTimings> = { ...QUICK, rebalanceMs: 6000, requestMs: 6000, connectMs: 2000 };
const RECOVERY_MS = 45_000;
const WORK_MS = 2;

export interface Verdict extends Figures {
  readonly faults: readonly string[];
  readonly lag: number | undefined;
}

export interface Member {
  readonly name: string;
  readonly subscription: Subscription;
}

/** One topic under load, one group that reads it, and what becomes of both while something breaks. */
export class ChaosRun {
  readonly group = freshGroup('chaos');
  readonly ledger = new GroupLedger();
  readonly load: Load;
  readonly bus: MessageBus;
  readonly recoveries: string[] = [];
  readonly problems = new Map<string, number>();
  private readonly buses: MessageBus[] = [];
  private members = 0;

  constructor(
    private readonly brokers: readonly string[],
    readonly topic: string,
    publish?: Publish,
  ) {
    this.bus = this.openBus('publisher');
    const plan: LoadPlan = { topic, writers: 3, keysEach: 3, depth: 2 };
    this.load = new Load(plan, publish ?? ((batch) => this.bus.publish(batch)));
  }

  nextName(): string {
    return `m${(this.members += 1)}`;
  }

  /** Another member of the group, in this process. */
  async join(work: Work = () => delay(WORK_MS)): Promise<Member> {
    const name = this.nextName();
    const handler = witnessed(name, this.ledger, work);
    const subscription = await this.openBus(name).subscribe({ group: this.group, topics: [this.topic] }, handler);
    return { name, subscription };
  }

  /** What was published for the first time from now on comes through, of every key. */
  async flows(ofKey: (key: string) => boolean = () => true): Promise<void> {
    const from = [...this.load.next()].filter(([key]) => ofKey(key));
    await eventually(
      () => {
        const behind = from.filter(([key, seq]) => (this.ledger.reached.get(key) ?? 0) <= seq);
        if (behind.length > 0)
          throw new Error(`Nothing new of ${behind.map(([key]) => key).join()}: ${this.trouble()}`);
      },
      { timeoutMs: RECOVERY_MS, intervalMs: 50 },
    );
  }

  /** Does something that disturbs, and takes the time until everything flows again. */
  async recovers(what: string, disturb: () => Promise<unknown>, ofKey?: (key: string) => boolean): Promise<void> {
    await disturb();
    const since = performance.now();
    await this.flows(ofKey);
    this.recoveries.push(`${what} ${seconds(performance.now() - since)}`);
  }

  /** Ends the load, lets the group come to the end of the log, and judges. */
  async finish(title: string): Promise<Verdict> {
    await this.load.finish();
    const lagOf = async (): Promise<number | undefined> =>
      (await this.bus.lag(this.group, [this.topic]))?.get(this.topic);
    await eventually(async () => (await lagOf()) === 0, { timeoutMs: RECOVERY_MS, intervalMs: 200 });
    const log: DeliveredMessage[] = [];
    for await (const message of this.bus.read({ topics: [this.topic], from: 'beginning', follow: false }))
      log.push(message);
    const figures = figuresOf(this.load, log, this.ledger);
    process.stdout.write(`${this.line(title, figures)}\n`);
    return { ...figures, faults: faultsOf(this.load, log, this.ledger), lag: await lagOf() };
  }

  /** Whatever came of it, nothing goes on. */
  async close(): Promise<void> {
    await this.load.abandon();
    await Promise.all(this.buses.map((bus) => bus.close()));
  }

  private openBus(name: string): MessageBus {
    const bus = createKafkaBus({
      connection: { brokers: this.brokers },
      clientId: `chaos-${name}`,
      timings: TIMINGS,
      onProblem: (problem, error) => this.note(name, problem, error),
    });
    this.buses.push(bus);
    return bus;
  }

  private note(name: string, problem: KafkaProblem, error: unknown): void {
    const text = `${name} ${problem} ${error instanceof Error ? error.message : String(error)}`;
    this.problems.set(text, (this.problems.get(text) ?? 0) + 1);
  }

  private trouble(): string {
    return [...this.problems].map(([text, times]) => `${text} (${times}×)`).join('; ') || 'no trouble told';
  }

  private line(title: string, { published, unknown, copies, handled, repeats, rewindMs }: Figures): string {
    const log = `published ${published}, unknown outcome ${unknown}, copies in the log ${copies}`;
    const group = `handled ${handled}, repeats ${repeats} (up to ${seconds(rewindMs)} back)`;
    return `chaos: ${title}: ${log}; ${group}; recovered: ${this.recoveries.join(', ')}`;
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
