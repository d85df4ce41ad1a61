/** The bytes could not be read. Says nothing of them; the reason is the cause. */
export class UndecodableMessage extends Error {
  override readonly name = 'UndecodableMessage';
  readonly code = 'event.undecodable';

  constructor(cause: unknown) {
    super('The bytes of a message could not be decoded', { cause });
  }
}
