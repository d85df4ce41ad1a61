import type { Reservation, VisionBudget } from '../../src/use-cases/vision-budget.port.ts';

export class MemoryVisionBudget implements VisionBudget {
  readonly #days = new Map<string, Map<string, number>>();

  async reserve(reservation: Reservation, limitMicros: number): Promise<boolean> {
    const spent = this.#spent(reservation.day);
    const total = [...spent.values()].reduce((sum, micros) => sum + micros, 0);
    if (total + reservation.micros > limitMicros) return false;
    this.#add(reservation, reservation.micros);
    return true;
  }

  async settle(reservation: Reservation, costMicros: number): Promise<void> {
    this.#add(reservation, costMicros - reservation.micros);
  }

  async spentOn(day: string): Promise<ReadonlyMap<string, number>> {
    return new Map(this.#spent(day));
  }

  #spent(day: string): Map<string, number> {
    const spent = this.#days.get(day) ?? new Map<string, number>();
    this.#days.set(day, spent);
    return spent;
  }

  #add({ day, provider }: Reservation, micros: number): void {
    const spent = this.#spent(day);
    spent.set(provider, (spent.get(provider) ?? 0) + micros);
  }
}
