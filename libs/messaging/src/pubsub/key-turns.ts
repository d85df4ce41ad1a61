/** One piece of work per key at a time. When one fails, those that wait behind it fail with it and are not begun. */
export class KeyTurns {
  private readonly last = new Map<string, Promise<void>>();

  run(key: string, work: () => Promise<void>): Promise<void> {
    const before = this.last.get(key);
    const mine = before === undefined ? work() : before.then(work);
    this.last.set(key, mine);
    const forget = () => {
      if (this.last.get(key) === mine) this.last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  }
}
