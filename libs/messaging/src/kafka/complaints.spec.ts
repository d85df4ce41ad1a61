import { describe, expect, it } from '@jest/globals';
import type { LogEntry } from 'kafkajs';
import { complaints } from './complaints.ts';

const line = (message: string, extra = {}): LogEntry => ({
  namespace: 'Connection',
  level: 1,
  label: 'ERROR',
  log: { timestamp: '', message, ...extra },
});

describe('what kafkajs logs', () => {
  it('is passed on once when it is about a connection, without what else is in the line', () => {
    const told: Error[] = [];
    const log = complaints((error) => told.push(error));
    for (let tries = 0; tries < 3; tries += 1) {
      log(line('Connection timeout', { broker: 'kafka-1:9092', stack: 'at …', payload: 'secret' }));
    }
    log(line('Connection timeout', { broker: 'kafka-2:9092' }));
    log(line('Response Heartbeat(key: 12, version: 3)'));
    expect(told).toEqual([
      expect.objectContaining({ code: 'bus.unavailable', detail: 'Connection timeout (broker kafka-1:9092)' }),
      expect.objectContaining({ code: 'bus.unavailable', detail: 'Connection timeout (broker kafka-2:9092)' }),
    ]);
  });
});
