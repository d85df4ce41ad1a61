import { InvalidArgumentError } from 'commander';

export function timeZone(text: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    throw new InvalidArgumentError('It must be an IANA time zone such as Europe/Madrid.');
  }
}
