/**
 * Brokers that have taken a request and not answered it. A broker that stands still takes connections as before, and
 * kafkajs would go on asking it although others lead in its place by then. Where nobody else is left, it is asked again.
 */
export class SilentBrokers {
  /** Told at once: what else was asked there will get no answer either. */
  readonly listeners = new Set<(broker: string) => void>();
  private readonly until = new Map<string, number>();

  constructor(
    private readonly brokers: readonly string[],
    private readonly restMs: number,
  ) {}

  add(broker: string): void {
    this.until.set(broker, performance.now() + this.restMs);
    for (const tell of this.listeners) tell(broker);
  }

  /** Better not asked for now. */
  has(broker: string): boolean {
    return this.isSilent(broker) && !this.brokers.every((one) => this.isSilent(one));
  }

  private isSilent(broker: string): boolean {
    return (this.until.get(broker) ?? 0) > performance.now();
  }
}
