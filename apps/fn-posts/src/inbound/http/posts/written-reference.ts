/** A reference in its one spelling: ABCD-EFG7. */
export function referenceOf(written: string | undefined): string | undefined {
  const plain = written?.toUpperCase().replaceAll(/[\s-]/g, '');
  return plain && `${plain.slice(0, 4)}-${plain.slice(4)}`;
}
