/** `Schluessel` as `Schlüssel`; but not in `neue`, `blaue`, `Quelle`. */
export function withoutUmlaut(word: string): string {
  return word.replaceAll(/(?<![aeq])([aou])e(?!u)/g, '$1');
}

/** The singular, without the endings that cases give to nouns. */
export function germanStem(word: string): string {
  const plain = withoutUmlaut(word);
  if (plain.length < 4) return plain;
  const shorter = plain.replace(plain.length > 4 ? /(?:en|e|(?<=[lr])n)$/ : /e$/, '');
  return shorter.length > 4 && /[^s]s$/.test(shorter) ? shorter.slice(0, -1) : shorter;
}

/** `schwarz`, `schwarzer`, `schwarzem` alike. */
export function germanRoot(word: string): string {
  const plain = withoutUmlaut(word);
  if (plain.length < 5) return plain;
  const root = plain.replace(/(?:er|es|em|en|e|s)$/, '').replace(/(?:ern|(?<=l)n)$/, '');
  return root.length > 6 ? root.replace(/(?:chen|lein)$/, '') : root;
}
