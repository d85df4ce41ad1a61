/** Collects the values of a statement while its text is written. */
export class Values {
  readonly list: unknown[] = [];

  /** The place of a value, with its type: what is null or an array says nothing about itself. */
  put(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}
