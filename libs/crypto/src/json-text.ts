const BLOCK = 128;

/** JSON filled up with blanks, so that the length of a cipher text does not tell the length of an answer. */
export function paddedJson(value: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(value) ?? 'null', 'utf8');
  return Buffer.concat([text, Buffer.alloc(-text.length & (BLOCK - 1), ' ')]);
}

/** The value, or undefined for what is no JSON: the parser's own error would quote the text. */
export function parsedJson(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(Buffer.from(bytes).toString('utf8')) };
  } catch {
    return undefined;
  }
}
