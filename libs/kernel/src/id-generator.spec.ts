import { describe, expect, it } from '@jest/globals';
import { uuidv7, uuidv7Generator } from './id-generator.ts';

describe('uuidv7', () => {
  it('writes version 7 and the RFC variant', () => {
    expect(uuidv7.next()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts in the order of creation, within one millisecond and when the clock steps back', () => {
    let millis = 1_800_000_000_000;
    const generator = uuidv7Generator(() => millis);
    const ids = Array.from({ length: 20_000 }, (_, i) => {
      if (i === 10_000) millis -= 5_000;
      return generator.next();
    });
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('carries the time it was made', () => {
    const id = uuidv7Generator(() => Date.UTC(2026, 0, 1)).next();
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 1));
  });
});
