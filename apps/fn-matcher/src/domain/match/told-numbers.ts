/** People are told rounded numbers: what changes only in later digits when a post is edited shows them nothing. */
export function toldProbability(probability: number): number {
  return Math.floor(probability * 100 + 0.5) / 100;
}

export function toldWeight(weight: number): number {
  return Math.floor(weight * 10 + 0.5) / 10;
}
