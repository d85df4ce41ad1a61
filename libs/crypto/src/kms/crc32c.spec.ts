import { describe, expect, it } from '@jest/globals';
import { crc32c } from './crc32c.ts';

describe('crc32c', () => {
  it('gives the check value of the standard, and zero for nothing', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    expect(crc32c(new Uint8Array())).toBe(0);
  });
});
