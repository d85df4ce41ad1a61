const ALIKE: ReadonlyArray<readonly [RegExp, string]> = [
  [/[1i|!]/g, 'l'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/** One form for all that is easily taken for each other; case, accents and everything between letters go. */
export function folded(text: string): string {
  let plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9|!]/g, '');
  for (const [signs, one] of ALIKE) plain = plain.replaceAll(signs, one);
  return plain;
}
