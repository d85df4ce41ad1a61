const PRIME = 16_777_619;
const BASIS = 2_166_136_261;
const OTHER_BASIS = 3_339_675_911;

/** 53 bits, so that it is a number: of a million terms no two have one by chance. */
export function hashOfTerm(term: string): number {
  let high = BASIS;
  let low = OTHER_BASIS;
  for (let at = 0; at < term.length; at += 1) {
    const sign = term.charCodeAt(at);
    high = Math.imul(high ^ sign, PRIME);
    low = Math.imul(low ^ (sign + 0x9e37), PRIME);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 0x20_0000 + ((low >>> 0) & 0x1f_ffff);
}
