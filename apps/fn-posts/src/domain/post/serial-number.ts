export const SERIAL_LENGTH = { least: 4, most: 40 };

/** As people copy it from a label: case, spaces and dashes differ, letters and digits do not. */
export function serialOf(written: string): string | null {
  const plain = written
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= SERIAL_LENGTH.least && plain.length <= SERIAL_LENGTH.most ? plain : null;
}
