import { describe, expect, it } from '@jest/globals';
import { aFinding } from '../../../test/vision-question.builder.ts';
import { correctionOf } from './correction-of.ts';

const seen = (category: string) => ({ finding: aFinding({ category: { value: category, confidence: 0.9 } }) });
const read = (readAs: string, kind: 'none' | 'regions' | 'whole', sight: ReturnType<typeof seen> | null = null) =>
  ({ reading: { readAs, redaction: { kind, regions: [] } }, sight }) as Parameters<typeof correctionOf>[1];

describe('a photo whose post turns out to be about another thing', () => {
  it.each([
    ['other.other', 'documents.passport', 'none'],
    ['documents.card', 'documents.id', 'regions'],
  ] as const)('read as %s, now %s, is hidden until it was read as that', (readAs, category, kind) => {
    expect(correctionOf(category, read(readAs, kind))).toBe('hide');
  });

  it('is read as that, and shown as it was until then, when it is covered whole already', () => {
    expect(correctionOf('documents.id', read('documents.card', 'whole'))).toBe('read');
  });

  it('need no longer be covered whole for what it is not', () => {
    expect(correctionOf('bags.backpack', read('documents.passport', 'whole'))).toBe('read');
    expect(correctionOf('bags.backpack', read('documents.card', 'regions'))).toBeNull();
  });

  it('is left as it is when a model saw in it what somebody says now', () => {
    const card = read('documents.id', 'whole', seen('documents.id'));
    expect(correctionOf('documents.id', card)).toBeNull();
    expect(correctionOf('other.other', card)).toBeNull();
    expect(correctionOf('bags.tote', card)).toBeNull();
  });

  it('is left as it is when the other thing is covered alike', () => {
    expect(correctionOf('documents.id', read('documents.passport', 'whole'))).toBeNull();
    expect(correctionOf('bags.suitcase', read('bags.tote', 'none'))).toBeNull();
  });
});
