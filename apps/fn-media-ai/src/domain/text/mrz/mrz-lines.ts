const SHORTEST = 26;
const LONGEST = 48;

/** A line as the machine-readable zone has it: no spaces, capitals, and the filler where it was misread. */
export function machineReadable(line: string): string | null {
  const signs = line
    .toUpperCase()
    .replaceAll(/[«‹¢€]/g, '<')
    .replaceAll(/[^A-Z0-9<]/g, '');
  if (signs.length < SHORTEST || signs.length > LONGEST) return null;
  return hasFillers(signs) || isNumbersLine(signs) ? signs : null;
}

/** Readers take rows of fillers for L, K and C; no word has four of them in a row. */
function hasFillers(signs: string): boolean {
  return signs.includes('<<') || (signs.match(/</g) ?? []).length >= 2 || /[LKC<]{5,}/.test(signs);
}

/** Birth, sex, expiry: the middle of the line with numbers, whatever has become of its ends. */
function isNumbersLine(signs: string): boolean {
  return /\d{6}[\dOISBZ][MFX<]\d{6}[\dOISBZ]/.test(signs);
}
