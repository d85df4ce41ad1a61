import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.ts';

class FullDisk extends EventEmitter {
  tries = 0;
  write(): void {
    this.tries += 1;
    const error = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    if (this.tries % 2 === 0) throw error;
    this.emit('error', error);
  }
}

describe('a log that cannot be written', () => {
  it('is lost, and nobody who writes it notices', () => {
    const disk = new FullDisk();
    const logger = createLogger({ service: 'spec', destination: disk });
    for (let line = 0; line < 4; line += 1) logger.error('something happened');
    expect(disk.tries).toBe(4);
  });
});
