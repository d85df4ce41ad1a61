import type { LogSlices } from './log-slices.ts';
import type { PartitionWorker } from './partition-worker.ts';
import type { EmbeddedBusSettings } from './settings.ts';

const LEAST_BYTES = 64 * 1024;

/** Fills the buffers of all owned partitions with one query per round; full buffers hold it back. */
export class Fetcher {
  private polledAt = 0;

  constructor(
    private readonly slices: LogSlices,
    private readonly settings: Pick<EmbeddedBusSettings, 'pollMs' | 'bufferMessages' | 'bufferBytes'>,
  ) {}

  async round(workers: readonly PartitionWorker[]): Promise<void> {
    if (Date.now() - this.polledAt >= this.settings.pollMs) {
      this.polledAt = Date.now();
      for (const worker of workers) worker.stir();
    }
    const share = 1 / Math.max(1, workers.length);
    const room = {
      messages: Math.max(1, Math.floor(this.settings.bufferMessages * share)),
      bytes: Math.max(LEAST_BYTES, Math.floor(this.settings.bufferBytes * share)),
    };
    const orders = workers.flatMap((worker) => {
      const stretch = worker.order(room);
      return stretch ? [{ worker, stretch }] : [];
    });
    if (orders.length > 0) await this.fill(orders);
  }

  private async fill(
    orders: readonly { worker: PartitionWorker; stretch: Parameters<LogSlices['read']>[0][number] }[],
  ) {
    try {
      const filled = await this.slices.read(orders.map(({ stretch }) => stretch));
      for (const [index, { worker }] of orders.entries()) {
        const slice = filled[index];
        if (slice) worker.fill(slice);
      }
    } catch (error) {
      for (const { worker } of orders) worker.stir();
      throw error;
    }
  }
}
