import { z } from 'zod';

/** A text that is turned into something else, or refused in words that stand here. */
function envText<T>(wanted: string, parse: (text: string) => T | undefined): z.ZodType<T, string> {
  return z.string().transform((text, context) => {
    const value = parse(text.trim());
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', params: { wanted } });
    return z.NEVER;
  });
}

const BOOLEANS = new Map([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['on', true],
  ['false', false],
  ['0', false],
  ['no', false],
  ['off', false],
]);

export function envBoolean(): z.ZodType<boolean, string> {
  return envText('must be true or false', (text) => BOOLEANS.get(text.toLowerCase()));
}

export interface IntRange {
  readonly min?: number;
  readonly max?: number;
}

export function envInt({ min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }: IntRange = {}): z.ZodType<
  number,
  string
> {
  return envText(`must be a whole number${rangeText(min, max)}`, (text) => {
    if (!/^[+-]?\d+$/.test(text)) return undefined;
    const value = Number(text);
    return value >= min && value <= max ? value : undefined;
  });
}

function rangeText(min: number, max: number): string {
  const from = min === Number.MIN_SAFE_INTEGER ? '' : ` from ${min}`;
  return max === Number.MAX_SAFE_INTEGER ? from : `${from} up to ${max}`;
}

/** An absolute URL, as it was written. Protocols without the colon: `envUrl(['postgres', 'postgresql'])`. */
export function envUrl(protocols: readonly string[] = ['http', 'https']): z.ZodType<string, string> {
  return envText(`must be a URL that begins with ${protocols.map((each) => `${each}://`).join(' or ')}`, (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && protocols.includes(url.protocol.slice(0, -1)) ? text : undefined;
  });
}

/** Separated by commas; blanks around entries and empty entries do not count. */
export function envList(): z.ZodType<string[], string> {
  return envText('must be a list separated by commas', (text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `250ms`, `30s`, `5m`, `24h`, `90d`, in milliseconds. A number without a unit is refused: nobody can tell it. */
export function envDuration(range: IntRange = {}): z.ZodType<number, string> {
  return envText('must be a duration such as 250ms, 30s, 5m, 24h or 90d', (text) => {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
    if (amount === undefined || unit === undefined) return undefined;
    const value = Math.round(Number(amount) * (UNITS[unit] ?? Number.NaN));
    return value >= (range.min ?? 0) && value <= (range.max ?? Number.MAX_SAFE_INTEGER) ? value : undefined;
  });
}
