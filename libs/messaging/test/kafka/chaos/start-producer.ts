import type { BusMessage, KafkaBusOptions } from '../../../src/index.ts';
import { Child } from './child-process.ts';
import type { PublishReport } from './producer-process.ts';

/** Publishes in another process. What that one had not acknowledged when it ended is rejected: nobody knows of it. */
export class Producer {
  private readonly child: Child;
  private readonly open = new Map<number, PromiseWithResolvers<void>>();
  private heard = Promise.withResolvers<void>();
  private count = 0;

  constructor(options: KafkaBusOptions) {
    this.child = new Child('producer-process.ts', options);
    this.child.process.on('message', (line) => this.hear(line as PublishReport));
    void this.child.exited.then(() => {
      for (const { reject } of this.open.values()) reject(new Error('The producer ended'));
    });
  }

  readonly publish = async (batch: readonly BusMessage[]): Promise<void> => {
    if (!this.child.process.connected) throw new Error('The producer has ended');
    this.count += 1;
    const number = this.count;
    const settled = Promise.withResolvers<void>();
    this.open.set(number, settled);
    this.child.process.send({ number, batch }, (error) => error && settled.reject(error));
    await settled.promise.finally(() => this.open.delete(number));
  };

  /** Resolves when it has begun to publish a batch. */
  async begins(): Promise<void> {
    this.heard = Promise.withResolvers();
    await this.heard.promise;
  }

  kill(): Promise<void> {
    return this.child.kill();
  }

  private hear({ number, event, reason }: PublishReport): void {
    if (event === 'publishing') this.heard.resolve();
    else if (event === 'acknowledged') this.open.get(number)?.resolve();
    else this.open.get(number)?.reject(new Error(reason));
  }
}
