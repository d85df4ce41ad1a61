/** One partition of one topic. */
export interface Slot {
  readonly topic: string;
  readonly partition: number;
}

/** Of something that is a slot, and more. */
export const slotIn = ({ topic, partition }: Slot): Slot => ({ topic, partition });

/** No topic name has a slash in it. */
export const slotKey = ({ topic, partition }: Slot): string => `${topic}/${partition}`;

export function slotOf(key: string): Slot {
  const at = key.lastIndexOf('/');
  return { topic: key.slice(0, at), partition: Number(key.slice(at + 1)) };
}

export function slotsOf(partitions: Readonly<Record<string, readonly number[]>>): Slot[] {
  return Object.entries(partitions).flatMap(([topic, numbers]) => numbers.map((partition) => ({ topic, partition })));
}
