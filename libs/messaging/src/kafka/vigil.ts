import type { KafkaTimings } from './kafka-options.ts';

export interface VigilEvents {
  /** There should have been a heartbeat by now. */
  late(): void;
  /** The group is being shared out anew, or has not been heard of for some time: nothing new may begin. */
  unsure(): void;
  /** The group must have given its partitions to others by now. */
  lost(): void;
  sure(): void;
  /** kafkajs itself stands still. */
  stuck(reason: Error): void;
}

type State = 'sure' | 'rejoining' | 'unsure' | 'lost';

const LATE_BEATS = 1.5;
/** This much of the session without a sign, and nothing new is begun. */
const DOUBT = 2 / 3;

/**
 * Watches over the signs of membership. When they fail to come, the group gives the partitions to others and cannot say
 * so to this member: it has to know by its own clock.
 */
export class Vigil {
  private state: State = 'unsure';
  private timer: NodeJS.Timeout | undefined;
  private lastSign = performance.now();
  private lastMove = performance.now();

  constructor(
    private readonly timings: Pick<KafkaTimings, 'sessionMs' | 'heartbeatMs' | 'rebalanceMs' | 'requestMs'>,
    private readonly events: VigilEvents,
  ) {}

  begin(): void {
    this.timer = setInterval(() => this.look(), this.timings.heartbeatMs / 2);
  }

  /** A consumer is there anew, or moves: it begins to fetch, or at least tries to. */
  moved(): void {
    this.lastMove = performance.now();
  }

  /** There is no consumer at present. */
  alone(): void {
    this.turn('unsure');
  }

  /** As a member that the group knows; it waits for this one as long as a rebalance may take. */
  rejoining(): void {
    this.lastSign = performance.now();
    this.turn('rejoining');
  }

  joined(): void {
    this.moved();
    this.turn('unsure');
    this.beaten();
  }

  /** A heartbeat was answered; it says nothing of the time after it was sent. */
  beaten(ageMs = 0): void {
    const wasFresh = this.isFresh;
    this.lastSign = Math.max(this.lastSign, performance.now() - ageMs);
    if (this.state === 'rejoining' || !this.isFresh) return;
    // The process stood still, and nobody looked in time.
    if (!wasFresh) this.turn('unsure');
    this.turn('sure');
  }

  /** A timer may come too late: who is about to begin something has to ask. */
  get isFresh(): boolean {
    return performance.now() - this.lastSign <= this.timings.sessionMs * DOUBT;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { sessionMs, heartbeatMs, rebalanceMs, requestMs } = this.timings;
    const now = performance.now();
    const standstill = now - this.lastMove;
    const silence = now - this.lastSign;
    if (standstill > sessionMs + rebalanceMs + requestMs) {
      this.moved();
      this.events.stuck(new Error(`kafkajs has not fetched for ${Math.round(standstill)} ms`));
    }
    if (this.state === 'rejoining') {
      if (silence > sessionMs + rebalanceMs) this.turn('lost');
      return;
    }
    if (silence > heartbeatMs * LATE_BEATS) this.events.late();
    if (silence > sessionMs) this.turn('lost');
    else if (!this.isFresh) this.turn('unsure');
  }

  private turn(state: State): void {
    const before = this.state;
    if (state === before || (before === 'lost' && state === 'unsure')) return;
    this.state = state;
    if (state === 'sure') this.events.sure();
    else if (state === 'lost') this.events.lost();
    else if (before === 'sure') this.events.unsure();
  }
}
