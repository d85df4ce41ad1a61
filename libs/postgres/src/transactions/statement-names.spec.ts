import { describe, expect, it } from '@jest/globals';
import { StatementNames } from './statement-names.ts';

describe('StatementNames', () => {
  it('names a text when it comes back, always the same, and differently from others', () => {
    const names = new StatementNames();
    expect(names.nameOf('SELECT $1')).toBeUndefined();
    const name = names.nameOf('SELECT $1');
    expect(name).toMatch(/^fn_[\w-]{24}$/);
    expect(names.nameOf('SELECT $1')).toBe(name);
    names.nameOf('SELECT $2');
    expect(names.nameOf('SELECT $2')).not.toBe(name);
  });

  it('stops naming when texts never end, and keeps those it has', () => {
    const names = new StatementNames();
    const named = Array.from({ length: 3_000 }, (_, i) => `SELECT ${i}`).filter((text) => {
      names.nameOf(text);
      return names.nameOf(text) !== undefined;
    });
    expect(named).toHaveLength(256);
    expect(names.nameOf('SELECT 0')).toBeDefined();
  });
});
