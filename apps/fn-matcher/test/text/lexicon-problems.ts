import { conceptsOf } from '../../src/domain/text/build-lexicon.ts';
import { LANGUAGES } from '../../src/domain/text/languages.ts';
import { phraseOf } from '../../src/domain/text/phrase.ts';
import { smallWords } from '../../src/domain/text/small-words.ts';
import { stemOf } from '../../src/domain/text/stems/stem.ts';
import type { LexiconTables } from '../../src/domain/text/word-table.ts';
import { writtenForms } from '../../src/domain/text/written-forms.ts';

interface Use {
  readonly concept: string;
  readonly text: string;
  readonly shared: boolean;
}

/** Forms that mean two concepts though nobody said so, and such as are said to and do not. */
export function lexiconProblems(tables: LexiconTables): string[] {
  return LANGUAGES.flatMap((language) => {
    const small = smallWords(tables.functionWords, language);
    const uses = new Map<string, Use[]>();
    for (const { id, row } of conceptsOf(tables)) {
      for (const { text, shared } of writtenForms(row[language])) {
        const key = phraseOf(text, small)
          .map((form) => stemOf(form, language))
          .join(' ');
        uses.set(key, [...(uses.get(key) ?? []), { concept: id, text, shared }]);
      }
    }
    return [...uses].flatMap(([key, all]) => {
      const concepts = new Set(all.map(({ concept }) => concept));
      const undeclared = concepts.size > 1 ? all.filter(({ shared }) => !shared) : [];
      const alone = concepts.size === 1 ? all.filter(({ shared }) => shared) : [];
      return [
        ...undeclared.map(
          ({ concept, text }) => `${language} "${text}" (${key}) of ${concept} means another thing too`,
        ),
        ...alone.map(({ concept, text }) => `${language} "${text}" of ${concept} is marked * and means nothing else`),
      ];
    });
  });
}
