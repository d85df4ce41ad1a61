const KEPT = 3;

/** What of a Java program's many words says why it ended: errors, without their stacks; else the last ones. */
export function tellingLines(said: string): string {
  const lines = said.trim().split('\n');
  const telling = lines.filter((line) => /^\S.*(ERROR|FATAL|Exception|[Ee]rror[: ])/.test(line));
  const kept = (telling.length > 0 ? telling : lines).slice(-KEPT);
  return kept.map((line) => line.slice(0, 500)).join('\n');
}
