export interface Link {
  readonly line: number;
  readonly target: string;
}

const LINK = /\[(?:[^\]\\]|\\.)*\]\((?<target>[^()\s]+(?:\([^()\s]*\))?)(?:\s+"[^"]*")?\)/g;
const FENCE = /^\s*(```|~~~)/;

/** The lines of a page outside code fences, with inline code blanked; line numbers stay. */
export function prose(text: string): string[] {
  let fenced = false;
  return text.split('\n').map((line) => {
    const fence = FENCE.test(line);
    if (fence) fenced = !fenced;
    return fence || fenced ? '' : line;
  });
}

export function linksIn(text: string): Link[] {
  return prose(text).flatMap((line, index) =>
    [...line.replaceAll(/`[^`]*`/g, '').matchAll(LINK)].map((match) => ({
      line: index + 1,
      target: match.groups?.['target'] ?? '',
    })),
  );
}

/** Scripts that a page tells its reader to run: `npm run verify`, `npm start`, `npm test`. */
export function npmScriptsIn(text: string): string[] {
  const scripts = [...text.matchAll(/\bnpm (?:run (?<run>[a-z][\w:-]*)|(?<short>start|test)\b)/g)];
  return [...new Set(scripts.map(({ groups }) => groups?.['run'] ?? groups?.['short'] ?? ''))];
}
