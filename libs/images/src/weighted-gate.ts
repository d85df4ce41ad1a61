interface Waiting {
  readonly weight: number;
  readonly enter: () => void;
}

/** Lets work in as long as all of it together weighs no more than it may; in the order of arrival. */
export class WeightedGate {
  readonly #waiting: Waiting[] = [];
  #inside = 0;

  constructor(private readonly capacity: number) {}

  get queue(): number {
    return this.#waiting.length;
  }

  async run<Value>(weight: number, work: () => Promise<Value>): Promise<Value> {
    const counted = Math.min(weight, this.capacity);
    await this.#enter(counted);
    try {
      return await work();
    } finally {
      this.#inside -= counted;
      this.#letIn();
    }
  }

  #enter(weight: number): Promise<void> {
    return new Promise((enter) => {
      this.#waiting.push({ weight, enter });
      this.#letIn();
    });
  }

  #letIn(): void {
    for (let next = this.#waiting[0]; next && this.#inside + next.weight <= this.capacity; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#inside += next.weight;
      next.enter();
    }
  }
}
