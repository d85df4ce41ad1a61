// A publisher in a process of its own: `producer-process.ts <json>`.
import type { BusMessage, KafkaBusOptions } from '../../../src/index.ts';
import { createKafkaBus } from '../../../src/kafka/index.ts';

export interface PublishOrder {
  readonly number: number;
  readonly batch: readonly BusMessage[];
}

export interface PublishReport {
  readonly number: number;
  readonly event: 'publishing' | 'acknowledged' | 'failed';
  readonly reason?: string;
}

process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const bus = createKafkaBus(JSON.parse(process.argv[2] ?? '{}') as KafkaBusOptions);
const report = (line: PublishReport) => process.send?.(line);

process.on('message', ({ number, batch }: PublishOrder) => {
  report({ number, event: 'publishing' });
  bus.publish(batch).then(
    () => report({ number, event: 'acknowledged' }),
    (error: unknown) => report({ number, event: 'failed', reason: String(error) }),
  );
});
