/** How many milliseconds of the processor this thread needs for it: what else the machine does takes no part in that. */
export function processorMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
