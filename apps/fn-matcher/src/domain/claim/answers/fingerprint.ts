/** Tells five questions apart, and hides nothing: a question is no secret. */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ low;
  return ((high >>> 0) * 0x20_0000 + ((low >>> 0) & 0x1f_ffff)).toString(36).padStart(11, '0');
}
