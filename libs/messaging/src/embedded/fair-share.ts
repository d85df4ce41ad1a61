/** How many partitions of a topic this member should own; over all members the shares add up to all partitions. */
export function fairShare(partitions: number, members: readonly bigint[], me: bigint, turn: number): number {
  const ranked = [...members].sort((a, b) => (a < b ? -1 : 1));
  const rank = (ranked.indexOf(me) + turn) % ranked.length;
  return Math.floor(partitions / ranked.length) + (rank < partitions % ranked.length ? 1 : 0);
}
