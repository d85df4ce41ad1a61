/** Lets the first call through at once and gathers those that follow closely into one: news in a burst is fetched together. */
export class Gather {
  private last = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly run: () => void,
  ) {}

  call(): void {
    if (this.timer) return;
    const wait = this.last + this.milliseconds - performance.now();
    if (wait <= 0) this.fire();
    else this.timer = setTimeout(() => this.fire(), wait);
  }

  private fire(): void {
    this.timer = undefined;
    this.last = performance.now();
    this.run();
  }
}
