import type { DeliveredMessage } from '../../../src/index.ts';
import { seqOf } from '../../sample-messages.ts';
import type { GroupLedger } from './group-ledger.ts';
import type { Load } from './load.ts';
import type { Handling } from './witness.ts';

export interface Figures {
  readonly published: number;
  readonly unknown: number;
  /** Copies in the log beyond the first. */
  readonly copies: number;
  /** Different messages that were handled. */
  readonly handled: number;
  /** Handlings of what lies at an offset, beyond the first. */
  readonly repeats: number;
  /** The longest time of work that was repeated: from its first message to the last before the repetition. */
  readonly rewindMs: number;
}

/** What must be empty, whatever was killed. */
export function faultsOf(load: Load, log: readonly DeliveredMessage[], ledger: GroupLedger): string[] {
  const inLog = log.map((message) => ({ key: message.key, id: message.attributes.id, seq: seqOf(message) }));
  return [...orderFaults('in the log', load, inLog), ...orderFaults('handled', load, ledger.done), ...zombies(ledger)];
}

export function figuresOf(load: Load, log: readonly DeliveredMessage[], ledger: GroupLedger): Figures {
  const spots = new Set(ledger.done.map(spotOf));
  return {
    published: load.published,
    unknown: load.unknown.size,
    copies: log.length - new Set(log.map(({ attributes }) => attributes.id)).size,
    handled: new Set(ledger.done.map(({ id }) => id)).size,
    repeats: ledger.done.length - spots.size,
    rewindMs: rewindOf(ledger.done),
  };
}

interface Seen {
  readonly key: string;
  readonly id: string;
  readonly seq: number;
}

/** Per key, repetitions left out: all that was acknowledged, nothing else, in the order of its publication. */
function orderFaults(where: string, load: Load, seen: readonly Seen[]): string[] {
  const firsts = Map.groupBy(seen, ({ key }) => key);
  const strange = [...firsts.keys()].filter((key) => !load.keys.has(key));
  const faults = [...load.keys].flatMap(([key, { ids, acknowledged }]) => {
    const got = [...new Set((firsts.get(key) ?? []).map(({ id }) => id))];
    const at = ids.findIndex((id, seq) => id !== got[seq]);
    if (at === -1 && got.length === ids.length) return [];
    return [`${key}: ${acknowledged} acknowledged, ${got.length} ${where}, wrong from number ${at} on`];
  });
  return [...strange.map((key) => `${key}: never published, yet ${where}`), ...faults];
}

/**
 * Who had a partition before may get it back, and then whoever had it meanwhile is through with it: nobody begins a
 * message between two of another's who came later.
 */
function zombies({ begun }: GroupLedger): string[] {
  const inTime = begun.toSorted((a, b) => a.at - b.at);
  return [...Map.groupBy(inTime, ({ partition }) => partition)].flatMap(([partition, some]) => {
    const last = new Map(some.map(({ tenure }, index) => [tenure, index]));
    const seen = new Set<string>();
    return some.flatMap(({ tenure, offset }, index) => {
      const before = some[index - 1]?.tenure ?? tenure;
      const isBetween = before !== tenure && seen.has(tenure) && (last.get(before) ?? 0) > index;
      seen.add(tenure);
      return isBetween ? [`${tenure} began ${partition}/${offset} while ${before} had the partition`] : [];
    });
  });
}

function rewindOf(done: readonly Handling[]): number {
  const firsts = new Map<string, Handling>();
  const latest = new Map<string, number>();
  const ageOf = (first: Handling): number => (latest.get(`${first.tenure}/${first.partition}`) ?? 0) - first.at;
  return done.reduce((most, handling) => {
    const first = firsts.get(spotOf(handling));
    const age = first ? ageOf(first) : 0;
    if (!first) firsts.set(spotOf(handling), handling);
    latest.set(`${handling.tenure}/${handling.partition}`, handling.at);
    return Math.max(most, age);
  }, 0);
}

const spotOf = ({ partition, offset }: Handling): string => `${partition}/${offset}`;
