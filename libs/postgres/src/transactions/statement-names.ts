import { createHash } from 'node:crypto';

const MOST_NAMED = 256;
const MOST_SEEN = 2_048;

/**
 * Gives a statement a name the second time it comes by, so that PostgreSQL parses it once per connection.
 * Bounded: text that is built anew each time must not fill the server's memory with plans.
 */
export class StatementNames {
  readonly #names = new Map<string, string | undefined>();
  #named = 0;

  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (!this.#names.has(text)) {
      if (this.#names.size < MOST_SEEN) this.#names.set(text, undefined);
      return undefined;
    }
    if (this.#named >= MOST_NAMED) return undefined;
    this.#named += 1;
    const name = `fn_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
    this.#names.set(text, name);
    return name;
  }
}
