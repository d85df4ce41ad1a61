import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { instant, instantAsDate } from './instant.ts';
import { uuid } from './uuid.ts';

describe('an instant in a request', () => {
  it.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '2026-03-01T12:00:00+05:30'])('can be %s', (text) => {
    expect(instant.parse(text)).toBe(text);
    expect(instantAsDate.parse(text)).toEqual(new Date(text));
  });

  it.each([
    '0000-12-31T23:59:59Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-00:01',
    '-100000-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-03-01T12:00:00',
    'yesterday',
  ])('cannot be %s', (text) => {
    expect(instant.safeParse(text).success).toBe(false);
  });
});

describe('an id in a request', () => {
  it('has one spelling, and is described as what it is', () => {
    expect(uuid.parse('0198C0DE-0000-7000-8000-00000000000A')).toBe('0198c0de-0000-7000-8000-00000000000a');
    expect(uuid.safeParse('0198C0DE').success).toBe(false);
    expect(z.toJSONSchema(uuid, { io: 'input' })).toMatchObject({ type: 'string', format: 'uuid' });
    expect(z.toJSONSchema(instant, { io: 'input' })).toMatchObject({ type: 'string', format: 'date-time' });
  });
});
