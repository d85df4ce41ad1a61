import { listOf } from './word-table.ts';

/** One way to write something, as a cell of the lexicon gives it. */
export interface WrittenForm {
  readonly text: string;
  /** Marked `*`: it means another concept too, and somebody meant it to. */
  readonly shared: boolean;
}

const CHOICE = /\{([^{}]*)\}/;

/** Of `{phone|mobile} {case|cover}, sleeve*` all five forms. */
export function writtenForms(cell: string | undefined): WrittenForm[] {
  return listOf(cell).flatMap((form) => {
    const shared = form.endsWith('*');
    return chosen(shared ? form.slice(0, -1) : form).map((text) => ({ text, shared }));
  });
}

function chosen(form: string): string[] {
  const choice = form.includes('{') ? CHOICE.exec(form) : null;
  if (choice === null) return [form];
  const [braced, options = ''] = choice;
  return options.split('|').flatMap((option) => chosen(form.replace(braced, option)));
}
