/** Confidence as it is kept and compared: beyond four digits it says nothing. */
export function rounded(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 10_000) / 10_000;
}

/** How much of what is still open a further voice for the same thing takes: models err alike, so not all of it. */
const AGREEMENT = 0.25;

/** Several voices for one thing: at least as sure as the surest of them, whoever speaks first. */
export function together(voices: readonly number[]): number {
  const [surest = 0, ...others] = voices.toSorted((a, b) => b - a);
  return rounded(1 - others.reduce((open, voice) => open * (1 - AGREEMENT * voice), 1 - surest));
}

/** Weighted over what is there; what is missing weighs nothing. */
export function overall(parts: ReadonlyArray<{ readonly weight: number; readonly confidence: number }>): number {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  return weight === 0 ? 0 : rounded(parts.reduce((sum, part) => sum + part.weight * part.confidence, 0) / weight);
}
