import { solve } from './solve.ts';

export interface Example {
  readonly features: readonly number[];
  readonly isMatch: boolean;
}

export interface Pull {
  /** Where each coefficient stands without examples … */
  readonly towards: readonly number[];
  /** … and how firmly. */
  readonly strength: readonly number[];
}

const ROUNDS = 50;
const HALVINGS = 20;
const STILL = 1e-8;

/** Regularised logistic regression by Newton's method: coefficients, in nats per unit of each feature. */
export function logisticRegression(examples: readonly Example[], pull: Pull): number[] {
  let coefficients = [...pull.towards];
  let loss = lossOf(coefficients, examples, pull);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = newtonStep(coefficients, examples, pull);
    const next = firstBetter(coefficients, step, loss, (tried) => lossOf(tried, examples, pull));
    if (next === null) break;
    const gain = loss - next.loss;
    [coefficients, loss] = [next.coefficients, next.loss];
    if (gain < STILL * Math.max(1, loss)) break;
  }
  return coefficients;
}

/** A whole step may lead too far: half of it, half of that, until it leads down. */
function firstBetter(
  from: readonly number[],
  step: readonly number[],
  loss: number,
  lossAt: (tried: readonly number[]) => number,
) {
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const coefficients = from.map((value, at) => value + (step[at] ?? 0) / 2 ** halving);
    const tried = lossAt(coefficients);
    if (tried < loss) return { coefficients, loss: tried };
  }
  return null;
}

function lossOf(coefficients: readonly number[], examples: readonly Example[], { towards, strength }: Pull): number {
  let loss = 0;
  for (const [at, value] of coefficients.entries())
    loss += ((strength[at] ?? 0) * (value - (towards[at] ?? 0)) ** 2) / 2;
  for (const { features, isMatch } of examples) {
    const sum = sumOf(features, coefficients);
    loss += Math.max(sum, 0) + Math.log1p(Math.exp(-Math.abs(sum))) - (isMatch ? sum : 0);
  }
  return loss;
}

function newtonStep(
  coefficients: readonly number[],
  examples: readonly Example[],
  { towards, strength }: Pull,
): number[] {
  const gradient = coefficients.map((value, at) => (strength[at] ?? 0) * ((towards[at] ?? 0) - value));
  const curve = coefficients.map((_, at) => coefficients.map((__, to) => (at === to ? (strength[at] ?? 0) + 1e-6 : 0)));
  for (const { features, isMatch } of examples) {
    const chance = 1 / (1 + Math.exp(-sumOf(features, coefficients)));
    const [miss, steep] = [(isMatch ? 1 : 0) - chance, chance * (1 - chance)];
    for (const [at, value] of features.entries()) {
      if (value === 0) continue;
      gradient[at] = (gradient[at] ?? 0) + value * miss;
      const row = curve[at] ?? [];
      for (const [to, other] of features.entries()) row[to] = (row[to] ?? 0) + value * other * steep;
    }
  }
  return solve(curve, gradient);
}

function sumOf(features: readonly number[], coefficients: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) sum += (features[at] ?? 0) * (coefficients[at] ?? 0);
  return sum;
}
