/** Which paths of the context a `.dockerignore` keeps from the engine: the last pattern that matches decides. */
export function dockerignore(text: string): (path: string) => boolean {
  const patterns = text.split('\n').flatMap((line) => (/^\s*(#|$)/.test(line) ? [] : [patternOf(line.trim())]));
  return (path) => patterns.reduce((ignored, { keeps, matches }) => (matches.test(path) ? !keeps : ignored), false);
}

interface Pattern {
  readonly keeps: boolean;
  readonly matches: RegExp;
}

/** A pattern also holds for everything below what it names. */
function patternOf(line: string): Pattern {
  const parts = line
    .replace(/^!/, '')
    .split('/')
    .filter((part) => part !== '');
  const last = parts.length - 1;
  const source = parts.map((part, index) => {
    if (part === '**') return index === last ? '.*' : '(?:.*/)?';
    return `${partSource(part)}${index === last ? '' : '/'}`;
  });
  return { keeps: line.startsWith('!'), matches: new RegExp(`^${source.join('')}(?:/.*)?$`) };
}

function partSource(part: string): string {
  return part.replaceAll(/[^\w]/g, (sign) => (sign === '*' ? '[^/]*' : sign === '?' ? '[^/]' : `\\${sign}`));
}
