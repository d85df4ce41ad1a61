/** Why the stack could not start, in words for the person who started it. */
export class StackError extends Error {
  override readonly name = 'StackError';
  constructor(
    message: string,
    readonly fix: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}
