import type { KafkaTimings } from './kafka-options.ts';

export interface VigilEvents {
  unsure(): void;
  sure(): void;
  lost(reason: Error): void;
}

/** This much of the session without a sign, and nothing new is begun. */
const DOUBT = 2 / 3;

/**
 * Watches over the signs of membership. When they fail to come, the group gives the partitions to others and cannot say
 * so to this member: it has to know by its own clock.
 */
export class Vigil {
  private timer: NodeJS.Timeout | undefined;
  private lastSign = performance.now();
  private isJoining = true;
  private isUnsure = false;

  constructor(
    private readonly timings: Pick<KafkaTimings, 'sessionMs' | 'heartbeatMs' | 'rebalanceMs'>,
    private readonly events: VigilEvents,
  ) {}

  begin(): void {
    this.joining();
    this.timer = setInterval(() => this.look(), this.timings.heartbeatMs / 2);
  }

  joining(): void {
    this.isJoining = true;
    this.lastSign = performance.now();
    this.doubt();
  }

  joined(): void {
    this.isJoining = false;
    this.alive();
  }

  alive(): void {
    this.lastSign = performance.now();
    if (!this.isUnsure || this.isJoining) return;
    this.isUnsure = false;
    this.events.sure();
  }

  end(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const { sessionMs, rebalanceMs } = this.timings;
    const silence = performance.now() - this.lastSign;
    if (silence > (this.isJoining ? sessionMs + rebalanceMs : sessionMs)) {
      this.end();
      this.events.lost(new Error(`No sign of the group for ${Math.round(silence)} ms`));
    } else if (silence > sessionMs * DOUBT) this.doubt();
  }

  private doubt(): void {
    if (this.isUnsure) return;
    this.isUnsure = true;
    this.events.unsure();
  }
}
