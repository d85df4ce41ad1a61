const MOST_WORDS = 10;

/** Letters and digits only. Text without any is no search. */
export function wordsOf(text: string | undefined): string[] | undefined {
  return text
    ?.normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MOST_WORDS);
}

/** A reference in its one spelling: ABCD-EFG7. */
export function referenceOf(written: string | undefined): string | undefined {
  const plain = written?.toUpperCase().replaceAll(/[\s-]/g, '');
  return plain && `${plain.slice(0, 4)}-${plain.slice(4)}`;
}
