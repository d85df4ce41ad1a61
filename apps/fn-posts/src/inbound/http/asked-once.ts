/**
 * Remembers what was found good: the runtime builds a whole formatter to say whether a time zone exists (80 µs).
 * Bounded, because the names come from outside.
 */
export function askedOnce(isGood: (name: string) => boolean, most = 2_000): (name: string) => boolean {
  const good = new Set<string>();
  return (name) => {
    if (good.has(name)) return true;
    if (!isGood(name)) return false;
    if (good.size < most) good.add(name);
    return true;
  };
}
