import { describe, expect, it } from '@jest/globals';
import { processorMs } from '@foundnow/testing';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  it.each([
    ['Blue  backpack\n with\ttwo pockets ', 'Blue backpack with two pockets'],
    ['Zo\u0065\u0308 Café', 'Zoë Café'],
    ['black\u0000 \u001b[31mwallet\u0007', 'black [31mwallet'],
    ['safe\u202Egnp.exe\u2066', 'safegnp.exe'],
    ['in\u200Bvi\u2060si\uFEFFble \u{E0041}\u{E0042}tag', 'invisible tag'],
    ['<script>alert(1)</script> bag', 'script alert(1) /script bag'],
    ['```json\n{"a":1}```', 'json {"a":1}'],
    ['lone \uD800 half', 'lone half'],
  ])('makes one line of plain text of %j', (raw, value) => {
    expect(plainText(raw, 100)).toEqual({ value, personal: [] });
  });

  it.each([
    ['Call +34 612 345 678', 'phone'],
    ['write to ana@example.org', 'email'],
    ['DE89 3704 0044 0532 0130 00', 'iban'],
    ['card 4111 1111 1111 1111', 'card'],
    ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10', 'passport'],
    ['ana\u200B@exam\u00ADple.org', 'email'],
  ])('says nothing rather than %j', (raw, kind) => {
    expect(plainText(raw, 1_000)).toEqual({ value: '', personal: [kind] });
  });

  it.each([
    'claim it at https://evil.example/x',
    'see www.evil.example',
    'go to evil-site.com now',
    'bit.ly/abc',
    'message @handle',
    'HTTP://X',
  ])('leads nobody out of the house: %j', (raw) => {
    expect(plainText(raw, 1_000).value).toBe('');
  });

  it('keeps sizes, models and prices', () => {
    for (const text of ['iPhone 15 Pro, 6.1 in.', 'ThinkPad T14 Gen 3', 'size 42.5', 'v2.0', 'Dr. Martens 1460']) {
      expect(plainText(text, 100).value).toBe(text);
    }
  });

  it('clips at the end of a word, and never within a character', () => {
    expect(plainText('a very long description', 14).value).toBe('a very long');
    expect(plainText('Rindfleischetikettierung', 10).value).toBe('Rindfleisc');
    expect(plainText('🎒'.repeat(9), 4).value).toBe('🎒🎒🎒🎒');
  });

  it('looks for contact data before it clips, so that no half of it stays', () => {
    expect(plainText('Owner: ana@example.org', 11).value).toBe('');
  });

  it('takes no longer for a huge text than for a long one', () => {
    const texts = ['a@', '4 ', '+3 ', '<', 'ab.', '\u200B', ' '].map((piece) => piece.repeat(2_000_000));
    const took = processorMs(() => {
      for (const text of texts) plainText(text, 100);
    });
    expect(took).toBeLessThan(1_000);
  });
});
