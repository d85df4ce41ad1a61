const LANES = 6;

/** A few at a time; tells after each how many are done. */
export async function atOnce<Thing>(
  things: readonly Thing[],
  onDone: (count: number) => void,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const waiting = things.values();
  let done = 0;
  const lane = async (): Promise<void> => {
    for (const thing of waiting) {
      await work(thing);
      onDone((done += 1));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
