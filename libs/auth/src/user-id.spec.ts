import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { userIdFor } from './user-id.ts';

describe('userIdFor', () => {
  it('makes the same UUID of a name in every process and every year', () => {
    expect(userIdFor('desk-1')).toBe('3897b2cf-9e59-8601-88e7-3d10c03dbcbb');
    expect(z.uuid().safeParse(userIdFor('desk-1')).success).toBe(true);
  });

  it('does not care about case and blanks around a name, but about everything else', () => {
    expect(userIdFor(' Desk-1 ')).toBe(userIdFor('desk-1'));
    expect(userIdFor('desk-2')).not.toBe(userIdFor('desk-1'));
  });

  it('refuses a name that is none', () => {
    expect(() => userIdFor('  ')).toThrow(TypeError);
  });
});
