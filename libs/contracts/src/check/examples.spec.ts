import { describe, expect, it } from '@jest/globals';
import { contractsWith, PART, partMade } from '../../test/contract-fixture.ts';
import { examples } from './examples.ts';

const note = { name: 'note', type: ['null', 'string'], default: null };
const sealedNote = { name: 'sealedNote', type: ['null', 'string'], default: null, sealedFor: 'shop' };
const header = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function details(versions: object[], ...payloads: object[]): string[] {
  return examples(contractsWith({ versions, examples: payloads })).map(({ detail }) => detail);
}

describe('examples', () => {
  it('are there', () => {
    expect(details([partMade()])).toEqual(['add schemas/parts/part.made/examples/full.json']);
  });

  it('fit the newest version', () => {
    expect(details([partMade()], { ...PART, language: 5, more: 1 })).toEqual([
      'more: foundnow.parts.PartMade has no such field',
      'language: must be text',
    ]);
  });

  it('show every field with a value', () => {
    expect(details([partMade(note)], { ...PART, note: null })).toEqual(['no example shows a value of note']);
    expect(details([partMade(note)], { ...PART, note: null }, { ...PART, note: 'a' })).toEqual([]);
  });

  it('name nobody, and are not quoted when they do', () => {
    const found = details([partMade(note)], { ...PART, note: 'ask ana@example.org' });
    expect(found).toEqual(['note holds what looks like a real e-mail address']);
  });

  it.each([
    'plain text',
    'a.b.c.d.e',
    `${header({ alg: 'dir' })}.a.b.c.d`,
    `${header({ alg: 'x', enc: 'y', kid: 'z' })}.a.b.c`,
  ])('seal what is sealed: %s is no JWE', (value) => {
    const found = details([partMade(sealedNote)], { ...PART, sealedNote: value });
    expect(found).toEqual(['sealedNote must be a compact JWE with alg, enc and kid']);
  });

  it('take a JWE for what it is, and do not look for personal data in it', () => {
    const sealed = `${header({ alg: 'x', enc: 'y', kid: 'z' })}.a.b.4111111111111111.d`;
    expect(details([partMade(sealedNote)], { ...PART, sealedNote: sealed })).toEqual([]);
  });
});
