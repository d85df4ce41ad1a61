import type { BusCapabilities, MessageBus } from '../src/index.ts';

/** What the conformance suite needs to know of a transport, and to have from it. */
export interface BusHarness {
  /** A bus of its own, as another process would have one. The suite closes it. */
  createBus(): Promise<MessageBus>;
  /** A topic that nobody used, with its dead letter topic. */
  createTopic(partitions: number): Promise<string>;
  /** Lets a child process make the same bus: the module exports `createBus(options)`. The suite kills that process. */
  readonly child: { readonly module: URL; readonly options: unknown };
  close(): Promise<void>;
}

export interface BusTraits {
  readonly capabilities: BusCapabilities;
  /** How long the transport may take to notice a dead consumer and to settle who owns what. */
  readonly takeOverMs: number;
}

/** One bus for each test that asks, all closed behind it. */
export class BusBench {
  private readonly open: MessageBus[] = [];

  constructor(
    readonly harness: BusHarness,
    readonly traits: BusTraits,
  ) {}

  async bus(): Promise<MessageBus> {
    const bus = await this.harness.createBus();
    this.open.push(bus);
    return bus;
  }

  topic(partitions = 4): Promise<string> {
    return this.harness.createTopic(partitions);
  }

  async closeBuses(): Promise<void> {
    await Promise.all(this.open.splice(0).map((bus) => bus.close()));
  }
}

/** Tests get at what `beforeAll` made only when they run. */
export type Bench = () => BusBench;
