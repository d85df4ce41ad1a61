const PLURALS: ReadonlyArray<readonly [RegExp, string]> = [
  [/(?:oes|aes|aos)$/, 'ao'],
  [/([aeou])is$/, '$1l'],
  [/ns$/, 'm'],
  [/s$/, ''],
];

/** The singular; a final `e` goes with the plural's `es`. */
export function portugueseStem(word: string): string {
  if (word.length < 4) return word;
  const plural = PLURALS.find(([ending]) => ending.test(word));
  const stem = plural === undefined ? word : word.replace(...plural);
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}

/** `preto`, `preta`, `pretinha` alike. */
export function portugueseRoot(word: string): string {
  let root = portugueseStem(word);
  if (root.length > 3) root = root.replace(/[aeo]$/, '');
  if (root.length > 5) root = root.replace(/z?inh$/, '');
  return root.length > 6 ? root.replace(/(?:ad|id)$/, '') : root;
}
