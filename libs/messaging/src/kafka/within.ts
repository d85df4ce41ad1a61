/** Resolves when the work has settled, one way or the other, and at the latest after this time. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, milliseconds);
  await Promise.race([work.catch(() => undefined), late.promise]);
  clearTimeout(timer);
}
