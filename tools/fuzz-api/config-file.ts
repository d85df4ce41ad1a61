import { readFileSync } from 'node:fs';

export interface Tokens {
  readonly own: string;
  /** Of somebody who can be spared: who is gone could show nothing about all other routes. */
  readonly leaver: string;
}

const EVERY_RUN = new URL('schemathesis.toml', import.meta.url);

/** What Schemathesis reads in the folder it runs in. Tokens stand here rather than on a command line. */
export function configFor(tokens: Tokens | undefined): string {
  const text = readFileSync(EVERY_RUN, 'utf8');
  if (tokens === undefined) return text;
  return `${text}
[headers]
Authorization = "Bearer ${tokens.own}"

[[operations]]
include-name-regex = '^DELETE .*/me$'
headers = { Authorization = "Bearer ${tokens.leaver}" }
`;
}
