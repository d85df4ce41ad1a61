import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { similarWords } from './similar-words.ts';

describe('how alike two words are', () => {
  it.each([
    ['passeport', 'passport'],
    ['cámara', 'camera'],
    ['câmera', 'kamera'],
    ['téléphone', 'telefono'],
    ['Schmidt', 'Schmitt'],
    ['Okonkwo', 'Okonkow'],
    ['guitare', 'gitarre'],
    ['Katarina', 'Catharina'],
  ])('%s and %s are', (one, other) => {
    expect(similarWords(one, other)).toBeGreaterThan(0.6);
  });

  it.each([
    ['wallet', 'umbrella'],
    ['Toby', 'Theo'],
    ['soledad', 'sol'],
    ['', ''],
  ])('%s and %s are not', (one, other) => {
    expect(similarWords(one, other)).toBeLessThan(0.6);
  });

  it('does not depend on which of them comes first, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const alike = similarWords(one, other);
        expect(alike).toBe(similarWords(other, one));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
      }),
    );
  });
});
