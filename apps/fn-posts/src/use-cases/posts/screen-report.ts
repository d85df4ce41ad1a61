import type { ItemAttributes, ItemReport, Place } from '../../domain/post/item-report.ts';
import type { ProofPair } from '../../domain/post/secrets.ts';
import { MOST_CHARACTERS } from '../../domain/post/text-limits.ts';
import type { TextScreen } from './text-screen.port.ts';

/** What the author is told about her own text. */
export interface Warning {
  /** Dotted: `attributes.marks`. */
  readonly path: string;
  readonly code: 'personal_data_masked';
  readonly detail: string;
}

export type Screened<T> = { readonly clean: T; readonly warnings: readonly Warning[] };

type Text = Partial<Pick<ItemReport, 'title' | 'description' | 'tags' | 'location'>> & {
  readonly attributes?: Partial<ItemAttributes>;
  readonly proof?: readonly ProofPair[];
};

/** Every text of a report that others may come to read, without the contact data in it. */
export function screenReport<T extends Text>(report: T, screen: TextScreen): Screened<T> {
  const warnings: Warning[] = [];
  const clean: Clean = (path, text, most) => {
    const { text: shown, masked } = screen.screen(text);
    if (masked.length > 0) warnings.push(warningAt(path, masked));
    // What stands for a short number may be longer than it.
    return shown.length > most ? shown.slice(0, most).toWellFormed() : shown;
  };
  const { title, description, tags, attributes, location, proof } = report;
  return {
    clean: {
      ...report,
      ...(title !== undefined && { title: clean('title', title, MOST_CHARACTERS.title) }),
      ...(description !== undefined && { description: clean('description', description, MOST_CHARACTERS.description) }),
      ...(tags !== undefined && { tags: cleanList('tags', tags, MOST_CHARACTERS.tag, clean) }),
      ...(attributes !== undefined && { attributes: cleanAttributes(attributes, clean) }),
      ...(location !== undefined && { location: cleanPlace(location, clean) }),
      ...(proof !== undefined && { proof: cleanQuestions(proof, clean) }),
    },
    warnings,
  };
}

type Clean = (path: string, text: string, most: number) => string;

function cleanList(path: string, texts: readonly string[], most: number, clean: Clean): string[] {
  return texts.map((text, index) => clean(`${path}.${index}`, text, most));
}

function cleanAttributes({ color, ...texts }: Partial<ItemAttributes>, clean: Clean): Partial<ItemAttributes> {
  const most = MOST_CHARACTERS.attribute;
  const cleaned = Object.entries(texts).map(
    ([name, text]) => [name, text && clean(`attributes.${name}`, text, most)] as const,
  );
  return {
    ...Object.fromEntries(cleaned),
    ...(color !== undefined && { color: cleanList('attributes.color', color, most, clean) }),
  };
}

function cleanPlace(place: Place, clean: Clean): Place {
  return { ...place, address: place.address && clean('location.address', place.address, MOST_CHARACTERS.address) };
}

/** The answers are sealed as they are: nobody is shown them, and a phone number may be one. */
function cleanQuestions(proof: readonly ProofPair[], clean: Clean): ProofPair[] {
  return proof.map(({ question, answer }, index) => ({
    question: clean(`proof.${index}.question`, question, MOST_CHARACTERS.question),
    answer,
  }));
}

export function warningAt(path: string, kinds: readonly string[]): Warning {
  const detail = `This text held personal data (${kinds.join(', ')}), which others would have seen, so it was masked.`;
  return { path, code: 'personal_data_masked', detail };
}
