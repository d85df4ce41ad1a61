/**
 * Runs what opens things one by one: when it fails, what is open by then is closed. The failure is what the caller
 * hears, also when closing fails in its turn; that is told to `onTrouble` alone.
 */
export async function closingOnFailure<T>(
  closing: AsyncDisposableStack,
  work: () => Promise<T>,
  onTrouble: (error: unknown) => void = () => undefined,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Who is told of it may fail as well.
    await closing
      .disposeAsync()
      .catch(onTrouble)
      .catch(() => undefined);
    throw error;
  }
}

/** The same for work that comes to an end: afterwards all is closed, and then a close that fails is a failure. */
export async function closingAfter<T>(
  work: (closing: AsyncDisposableStack) => Promise<T>,
  onTrouble?: (error: unknown) => void,
): Promise<T> {
  const closing = new AsyncDisposableStack();
  const result = await closingOnFailure(closing, () => work(closing), onTrouble);
  await closing.disposeAsync();
  return result;
}
