import { EventEmitter } from 'node:events';
import type { DestinationStream } from 'pino';

/** A full disk or a closed pipe costs a line of the log, never the request that wrote it. */
export function forgiving(destination: DestinationStream): DestinationStream {
  // Without a listener the stream would throw its errors into whoever writes.
  if (destination instanceof EventEmitter) destination.on('error', () => undefined);
  return {
    write(line) {
      try {
        destination.write(line);
      } catch {
        // Where should it be told? The metrics of the disk and of the process say it.
      }
    },
  };
}
