import type { GroupOffsets } from './group-offsets.ts';
import type { PartitionWorker } from './partition-worker.ts';
import { slotKey } from './slot.ts';

export interface Gap {
  readonly problem: unknown;
  /** The log was begun anew: so must be its worker, there. */
  readonly restartAt: number | undefined;
}

/** What came does not continue what was there: out of date, or the log itself has lost what should come next. */
export async function closeGap(worker: PartitionWorker, offsets: GroupOffsets): Promise<Gap | undefined> {
  const name = slotKey(worker.plan);
  const { low, high } = (await offsets.bounds([worker.plan.topic])).get(name) ?? { low: 0, high: Infinity };
  const { fetchFrom } = worker;
  if (low > fetchFrom) {
    worker.skipTo(low);
    return { problem: new Error(`Retention took ${low - fetchFrom} unread messages of ${name}`), restartAt: undefined };
  }
  if (high >= fetchFrom) return undefined;
  const problem = new Error(
    `${name} ends at ${high}, before the position ${fetchFrom}: it was made anew, and is read anew`,
  );
  return { problem, restartAt: low };
}
