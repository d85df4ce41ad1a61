import { readersBusy, tooManyOfOne } from '../../domain/analysis/analysis-errors.ts';

/** So many at once, and few of them one person's. */
export class Places {
  #taken = 0;
  readonly #byPerson = new Map<string, number>();

  constructor(
    private readonly most: number,
    private readonly mostOfOne: number,
  ) {}

  async hold<Result>(person: string, work: () => Promise<Result>): Promise<Result> {
    const own = this.#byPerson.get(person) ?? 0;
    if (own >= this.mostOfOne) throw tooManyOfOne();
    if (this.#taken >= this.most) throw readersBusy();
    this.#count(person, 1);
    try {
      return await work();
    } finally {
      this.#count(person, -1);
    }
  }

  #count(person: string, change: 1 | -1): void {
    const own = (this.#byPerson.get(person) ?? 0) + change;
    this.#taken += change;
    if (own === 0) this.#byPerson.delete(person);
    else this.#byPerson.set(person, own);
  }
}
