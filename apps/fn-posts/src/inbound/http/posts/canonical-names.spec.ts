import { describe, expect, it } from '@jest/globals';
import { canonicalLanguage, canonicalTimeZone } from './canonical-names.ts';

describe('canonical names', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['+02:00', null],
    ['-0530', null],
    ['Mars/Olympus', null],
    ['', null],
  ])('writes the zone %j as %j, the first time and again', (name, canonical) => {
    expect([canonicalTimeZone(name), canonicalTimeZone(name)]).toEqual([canonical, canonical]);
  });

  it.each([
    ['en', 'en'],
    ['EN-us', 'en-US'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['en-x-my-phone-0171555', null],
    ['de-u-co-phonebk', null],
    ['not a tag', null],
  ])('writes the language %j as %j', (tag, canonical) => {
    expect(canonicalLanguage(tag)).toBe(canonical);
  });
});
