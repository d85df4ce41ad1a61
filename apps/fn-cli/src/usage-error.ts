/** The command line itself is wrong: the person who typed it can mend it without looking anywhere else. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
