const NAME = /^[A-Za-z][A-Za-z0-9_]{0,40}$/;
const POSITION = /^\d{1,4}$/;
const LONG_NUMBER = /\d{5}/;

/**
 * What a caller named a field, if it is fit to be repeated: a name such as programs give, or a position in a list. Anything
 * else may be a telephone number or an address that got to the wrong side of the colon.
 */
export function repeatableName(name: string): string | undefined {
  const fit = POSITION.test(name) || (NAME.test(name) && !LONG_NUMBER.test(name));
  return fit ? name : undefined;
}
