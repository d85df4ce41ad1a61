import { describe, expect, it } from '@jest/globals';
import { Partitioners } from 'kafkajs';
import { murmur2, partitionOfKey } from './partition-of-key.ts';

describe('partitionOfKey', () => {
  it.each([
    ['21', -973932308],
    ['foobar', -790332482],
    ['a-little-bit-long-string', -985981536],
    ['a-little-bit-longer-string', -1486304829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
    ['abc', 479470107],
  ])('hashes %j as the Java client of Kafka does', (text, hash) => {
    expect(murmur2(Buffer.from(text))).toBe(hash);
  });

  it('puts keys of every length where kafkajs puts them', () => {
    const kafkajs = Partitioners.DefaultPartitioner();
    const partitionMetadata = Array.from({ length: 12 }, (_, partitionId) => ({
      partitionId,
      partitionErrorCode: 0,
      leader: 0,
      replicas: [],
      isr: [],
    }));
    for (let length = 1; length < 60; length += 1) {
      const key = 'ключ-key-éß'.repeat(6).slice(0, length);
      const theirs = kafkajs({ topic: 't', partitionMetadata, message: { key, value: null } });
      expect({ key, partition: partitionOfKey(key, 12) }).toEqual({ key, partition: theirs });
    }
  });
});
