import type { Clock } from '@foundnow/kernel';

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #millis: number;

  constructor(start: Date | string = '2026-01-15T12:00:00.000Z') {
    this.#millis = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.#millis);
  }

  advance(milliseconds: number): void {
    this.#millis += milliseconds;
  }

  set(time: Date | string): void {
    this.#millis = new Date(time).getTime();
  }
}
